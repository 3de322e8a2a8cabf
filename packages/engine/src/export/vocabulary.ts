/**
 * The words of an experiment, so that a result line can hold each as one byte. A word's place in the list is part of the
 * format: new words go to the end, and none is ever moved or removed. At most 128; a word that isn't here is written out.
 */
export const vocabulary: readonly string[] = [
  "version,dataset,split,network,regularization,optimizer,training,changes",
  "name,points,noise,seed,classes,decimals,columns,target",
  "inputs,targets,outputs,samples,map,targetMap,domain,offset,scale",
  "test,features,hidden,units,activation,output,loss,initializer,given",
  "parameters,weight,bias,epochs,autoStop,batch,all,size,at,parameter,value",
  "circles,moons,spiral,linear,clusters,xor,and,or,blobs,pinwheel,rings",
  "line,sine,step,bumps,plane,hills,iris,penguins,custom,species,body mass",
  "binary,values,x1,x2,x3,x4,x1^2,x2^2,x1*x2,sin(2*pi*x1),sin(2*pi*x2)",
  "relu,tanh,sigmoid,leakyRelu,identity,softmax,crossEntropy,mse,squaredError",
  "torch,xavier,he,zeros,l1,l2,sgd,momentum,nesterov,adagrad,rmsprop,adam",
  "adamw,learningRate,beta1,beta2,eps,alpha,weightDecay",
  "experiment,sample,ask,answers",
].flatMap((words) => words.split(","));
