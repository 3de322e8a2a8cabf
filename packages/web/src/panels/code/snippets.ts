/** How a loop is recorded: the shortest programs that do it. */

export const torchSnippet = `import neural_viz as nv

rec = nv.Recorder("run.nviz.jsonl", model=model, optimizer=optimizer, loss=criterion, x=X, y=y)
for epoch in range(100):
    for idx in batches:
        with rec.step(batch=idx):
            optimizer.zero_grad()
            L = criterion(model(X[idx]), y[idx])
            L.backward()
            optimizer.step()
            rec.loss(L)
rec.close()`;

export const numpySnippet = `import neural_viz as nv

rec = nv.Recorder("run.nviz.jsonl", layers=[2, 3, 1], activations=["tanh", "sigmoid"],
                  loss="crossEntropy", optimizer={"name": "sgd", "learningRate": 0.1}, x=X, y=y)
for t in range(100):
    before = [(W1.copy(), b1.copy()), (W2.copy(), b2.copy())]
    ...  # your update: forward, backward, step
    rec.update(loss=L, parameters_before=before, gradients=[(dW1, db1), (dW2, db2)],
               parameters_after=[(W1, b1), (W2, b2)])
rec.close()`;
