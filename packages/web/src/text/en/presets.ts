/** The page of exercises. Printed numbers are quoted from their sources; everything else is what the tests of the presets find. */
export const messages = {
  title: "Exercises",
  intro:
    "Well-known networks and questions, each one press away. The question stays above the network. Press the arrow beside it for the answer.",
  make: "Make your own",
  makeIs:
    "Open “Make an exercise” in the Tools menu and press the numbers to ask for. It gives a link, a file, and printed sheets.",
  open: "Open",
  byHand: "Work it out by hand",
  look: "What to look for",
  source: "Source",
  mazurSource: "Matt Mazur 2015, A step by step backpropagation example",
  groups: {
    byHand: "One step by hand",
    playground: "From TensorFlow Playground",
    explore: "Change one thing",
  },
  presets: {
    mazur: {
      title: "Mazur’s step-by-step example",
      question: "Two inputs, two hidden sigmoids, two outputs. What are the weights after one update?",
      look: "Follow an error signal from the outputs back to a weight of the first layer. Mazur keeps the biases; this network updates them too, which doesn’t change the other weights of this update.",
      answer: "Mazur prints 0.35891648 for the first weight of the output layer. It’s the same here.",
    },
    hanKamber: {
      title: "Han and Kamber’s example",
      question: "The book prints every number of one update. Do you find the same ones?",
      look: "The book’s Err is our δ with the sign flipped. It rounds in between, so your last digit may differ.",
      answer:
        "The book prints 0.192 for the first weight and 0.218 for the output’s bias. The numbers agree.",
    },
    logistic: {
      title: "Logistic regression by hand",
      question: "Four students, the hours they studied, and who passed. What does one update do to w and b?",
      look: "All weights start at zero, so every prediction is one half, and the sums are short.",
      answer: "w is now an eighth. b is still zero, because its four error signals cancel.",
    },
    softmax: {
      title: "Softmax on three points",
      question: "Three points, one of each class, from zero weights. What are the weights after one update?",
      look: "Every probability is one third. δ is p minus the target, and each gradient averages three points.",
      answer: "Every weight is now a whole number: the gradients are ninths, and the learning rate is nine.",
    },
    circle: {
      title: "The circle",
      question: "Can four and two tanh neurons, its default network, fence in the circle?",
      look: "Four lines become two regions, and two regions become one. Inputs run from 0 to 1 here, not from −6 to 6, so the learning rate is higher than its 0.03.",
      answer: "Every point is classified correctly, the held-out ones too.",
    },
    clouds: {
      title: "Two clouds",
      question: "Two clouds of points. Does the network need a hidden layer?",
      look: "The output neuron alone draws a straight line.",
      answer: "No. One straight line separates the clouds, so one neuron is enough.",
    },
    xor: {
      title: "XOR and a feature cross",
      question: "No hidden layer. Which third input lets a single neuron solve XOR?",
      look: "Without a hidden layer the boundary is a straight line in the inputs. A product of inputs bends it.",
      stuck: "With x₁ and x₂ alone no line separates the classes. What happens with their product?",
      answer: "The product x₁·x₂. In these three inputs a plane separates the classes.",
    },
    spiral: {
      title: "The spiral",
      question: "Two layers, and the sines of both inputs. Do the held-out points get as good as the others?",
      look: "Compare the two curves of the loss. The training points come out right first.",
      answer:
        "Every training point is correct. The loss of the held-out points is higher: a little overfitting.",
    },
    xorTwo: {
      title: "XOR with two neurons",
      question: "Two hidden neurons, four points. Can they learn XOR?",
      look: "Each hidden neuron draws one line. From other initial weights both can end up with nearly the same line: draw new weights a few times with the die beside Seed.",
      answer: "Yes: all four points are correct. The output takes the strip between the two lines.",
    },
    smallest: {
      title: "The smallest fence",
      question: "How many tanh neurons does it take to enclose the inner circle? Here are two.",
      look: "Two lines bound a strip or a wedge, which is open at an end. Three can close.",
      stuck: "Two aren’t enough: some points stay wrong. Do three do it?",
      answer: "Three are enough: every point is correct.",
    },
    l1: {
      title: "L1 empties a weight",
      question: "Two of these four inputs aren’t needed. What does an L1 penalty do to their weights?",
      look: "Open the weights. L1 lowers each weight by the same amount in every update, whatever its size, until it’s near zero.",
      stuck: "Without a penalty every weight is far from zero. Now with one.",
      answer: "Two weights are nearly zero. L1 keeps only what the line needs most.",
    },
    vanishing: {
      title: "Four sigmoid layers",
      question:
        "Four layers of sigmoids. How large are the gradients of the first layer, compared with the last?",
      look: "Open Health in the Tools menu. The sigmoid’s slope is at most a quarter.",
      stuck:
        "Over a thousand times smaller: every sigmoid on the way back takes at least three quarters away.",
      answer: "So after 300 epochs the loss has hardly moved.",
    },
    rates: {
      title: "Learning-rate hunt",
      question: "Which learning rate gets the lowest loss in 200 epochs: 0.01, 0.1, 1 or 10? Here’s 0.1.",
      look: "Change the learning rate, press Restart, and train again. If it’s too low, the loss falls slowly. If it’s too high, the loss jumps and can end higher than it began. Then look for a rate between these that does even better.",
      stuck: "Ten is too high: the loss jumps, and ends higher than it began.",
      answer: "One is the best of the four, although its loss shoots up once near the end.",
    },
  },
};
