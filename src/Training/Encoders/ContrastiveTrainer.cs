using System.Numerics.Tensors;
using LegalService.Knowledge.Vectors;

namespace LegalService.Training.Encoders;

/// <summary>A text with its keys: two texts that share a key are about the same thing and never each other's wrong answer.</summary>
/// <param name="Bag">Its tokens.</param>
/// <param name="Keys">Places of articles, or other numbers.</param>
internal sealed record KeyedText(TokenBag Bag, int[] Keys)
{
    public bool IsAbout(KeyedText other) => Keys.AsSpan().IndexOfAny(other.Keys) >= 0;
}

/// <summary>One thing to learn.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Right">What should be near it.</param>
/// <param name="Wrong">What should be farther away though it shares words; null when none is known.</param>
internal sealed record Example(KeyedText Asked, KeyedText Right, KeyedText? Wrong);

/// <summary>Moves right answers nearer to their questions than all other answers of the batch.</summary>
internal sealed class ContrastiveTrainer(TrainableTable table, EncoderSettings settings)
{
    private readonly int _dimensions = table.Dimensions;

    /// <summary>Learns all examples once, in the order given.</summary>
    /// <returns>Average loss.</returns>
    public double Round(IReadOnlyList<Example> examples, Func<double, float> rateAt)
    {
        var (sum, batches) = (0.0, 0);
        for (var start = 0; start + (settings.Batch / 4) <= examples.Count; start += settings.Batch)
        {
            var batch = examples.Skip(start).Take(settings.Batch).ToList();
            sum += Step(batch, rateAt((double)start / examples.Count));
            batches++;
        }

        return sum / Math.Max(1, batches);
    }

    private double Step(List<Example> batch, float rate)
    {
        var asked = batch.ConvertAll(example => example.Asked);
        var answers = batch.ConvertAll(example => example.Right);
        answers.AddRange(batch.Select(example => example.Wrong).OfType<KeyedText>());
        var texts = asked.Concat(answers).ToList();
        var bags = texts.ConvertAll(text => text.Bag);
        var (vectors, lengths) = (new float[texts.Count * _dimensions], new float[texts.Count]);
        InParallel(texts.Count, place => lengths[place] = table.Encode(bags[place], Vector(vectors, place)));

        var (slopes, losses) = (new float[batch.Count * answers.Count], new double[batch.Count]);
        InParallel(batch.Count, question => losses[question] = Compare(question, asked, answers, vectors, slopes.AsSpan(question * answers.Count, answers.Count)));

        var gradients = new float[vectors.Length];
        InParallel(texts.Count, place => Gradient(place, batch.Count, answers.Count, vectors, lengths[place], slopes, Vector(gradients, place)));
        table.Step(bags, gradients, rate);
        return losses.Average();
    }

    /// <summary>Fills in how the loss grows with the likeness of the question to each answer.</summary>
    private double Compare(int question, List<KeyedText> asked, List<KeyedText> answers, float[] vectors, Span<float> slopes)
    {
        var vector = Vector(vectors, question);
        for (var answer = 0; answer < answers.Count; answer++)
        {
            slopes[answer] = answer != question && asked[question].IsAbout(answers[answer])
                ? float.NegativeInfinity
                : TensorPrimitives.Dot<float>(vector, Vector(vectors, asked.Count + answer)) / settings.Temperature;
        }

        TensorPrimitives.SoftMax<float>(slopes, slopes);
        var loss = -Math.Log(Math.Max(1e-12, slopes[question]));
        slopes[question] -= 1;
        TensorPrimitives.Divide(slopes, asked.Count * settings.Temperature, slopes);
        return loss;
    }

    private void Gradient(int place, int questions, int answers, float[] vectors, float length, float[] slopes, Span<float> gradient)
    {
        if (length == 0)
            return;
        if (place < questions)
        {
            for (var answer = 0; answer < answers; answer++)
                TensorPrimitives.MultiplyAdd(Vector(vectors, questions + answer), slopes[(place * answers) + answer], gradient, gradient);
        }
        else
        {
            for (var question = 0; question < questions; question++)
                TensorPrimitives.MultiplyAdd(Vector(vectors, question), slopes[(question * answers) + place - questions], gradient, gradient);
        }

        // The vector was brought to length 1: only what turns it counts.
        var vector = Vector(vectors, place);
        var along = TensorPrimitives.Dot<float>(gradient, vector);
        TensorPrimitives.MultiplyAdd(vector, -along, gradient, gradient);
        TensorPrimitives.Divide(gradient, length, gradient);
    }

    private Span<float> Vector(float[] numbers, int place) => numbers.AsSpan(place * _dimensions, _dimensions);

    private void InParallel(int count, Action<int> act) => Parallel.For(0, settings.Threads, thread =>
    {
        for (var place = thread; place < count; place += settings.Threads)
            act(place);
    });
}
