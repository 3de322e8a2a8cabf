import { createSession, defaultChoice, deadUnits, withParameter, valueOf } from "@neural-viz/engine";
import { experimentOf, startedFrom, ofActivation, ofWidth, atRate } from "./src/lessons/experiments.ts";
import { sceneAt, valueIn, trained } from "./src/lessons/scene.ts";
const run = (e: any) => { const s = createSession(e); while (s.stopped === undefined) s.step(); return s; };
const seeds = Array.from({length:20},(_, i)=>i);
const circles = (hidden: number[], activation: any, o={}) => experimentOf({ data:{name:"circles",points:200,noise:0.02,seed:27}, hidden, activation, start:3, optimizer:"adam", rate:0.1, epochs:600, ...o} as any);
const moons = (hidden: number[], activation: any, o={}) => experimentOf({ data:{name:"moons",points:200,noise:0.05,seed:1}, hidden, activation, start:3, optimizer:"adam", rate:0.1, epochs:500, ...o} as any);
for (const h of [[],[8],[8,8,8]] ) { const rs=seeds.map(s=>run(startedFrom(moons(h,"identity"),s))); console.log("moons rate .1",h.join("-"),Math.min(...rs.map(r=>r.loss)),Math.max(...rs.map(r=>r.loss)), rs.map(r=>r.correct).join()); }
for (const a of ["tanh","relu","leakyRelu","sigmoid"]) for (const u of [2,3,4]) console.log("moons",a,u,seeds.map(s=>run(startedFrom(moons([u,u],a),s)).correct).join());
{const rs=seeds.map(s=>run(startedFrom(moons([8,8,8],"tanh"),s))); console.log("tanh 8-8-8", rs.map(r=>r.correct).join());}
// 11
const start = (act: any, opt: any="sgd", rate=0.3, epochs=500) => experimentOf({data:{name:"moons",points:200,noise:0.05,seed:1}, hidden:[3], activation:act, optimizer:opt, rate, epochs,
 start:[{weight:[[1.5,-1],[-1,-0.5],[-1,2]],bias:[-0.2,-0.4,0.1]},{weight:[[1,-1,0.8]],bias:[0.1]}]});
for (const a of ["relu","leakyRelu"]) for (const [o,r] of [["sgd",0.3],["sgd",1],["sgd",3],["momentum",0.1],["adam",0.03],["adam",0.1]] as any) { const s=run(start(a,o,r,500)); console.log("11",a,o,r,"loss",s.loss,"correct",s.correct,"dead",JSON.stringify(deadUnits(s.network,s.params,s.train)),[...s.params].map(x=>x.toFixed(3)).join(" ")); }
for (const b of [-0.2,0,0.2,0.5,1]) { const s=run(withParameter(start("relu"),0,"b.1.2",b)); console.log("b",b,s.loss,s.correct,JSON.stringify(deadUnits(s.network,s.params,s.train)));}
// 14
const steady = (opt: any, rate: number) => experimentOf({data:{name:"custom",samples:[[1,0,0]]}, start:[{weight:[[20,0]],bias:[10]}], optimizer:opt, rate, epochs:500});
{const sc=sceneAt({experiment:steady("momentum",0.01),t:60}); for (const t of [1,2,3,10,20,60]) console.log("v",t,valueOf(sc.run,`v.W.1.1.1@${t}`), valueOf(sc.run,`gW.1.1.1@${t}`),valueOf(sc.run,`W.1.1.1@${t}`));}
