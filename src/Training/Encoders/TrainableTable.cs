using System.Numerics.Tensors;
using LegalService.Knowledge.Vectors;

namespace LegalService.Training.Encoders;

/// <summary>The encoder's table while it is trained, with Adam's averages. Only rows that a step touched are moved by it.</summary>
internal sealed class TrainableTable
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _first;
    private readonly float[] _second;
    private readonly float[] _gradient;
    private readonly bool[] _touched;
    private readonly int _threads;
    private int _steps;

    /// <summary>A table of small random numbers, the larger the rarer the token: at first the cosine is that of weighted word counts.</summary>
    public TrainableTable(Vocabulary vocabulary, float[] rarity, EncoderSettings settings)
    {
        (Vocabulary, Dimensions, _threads) = (vocabulary, settings.Dimensions, settings.Threads);
        var random = new Random(settings.Seed);
        Numbers = new float[vocabulary.Tokens.Length * Dimensions];
        for (var place = 0; place < Numbers.Length; place++)
            Numbers[place] = (float)(Gaussian(random) * rarity[place / Dimensions] / Math.Sqrt(Dimensions));
        (_first, _second, _gradient) = (new float[Numbers.Length], new float[Numbers.Length], new float[Numbers.Length]);
        _touched = new bool[vocabulary.Tokens.Length];
    }

    private TrainableTable(TrainableTable other)
    {
        (Vocabulary, Dimensions, _threads, _steps) = (other.Vocabulary, other.Dimensions, other._threads, 0);
        Numbers = [.. other.Numbers];
        (_first, _second, _gradient) = (new float[Numbers.Length], new float[Numbers.Length], new float[Numbers.Length]);
        _touched = new bool[other._touched.Length];
    }

    public Vocabulary Vocabulary { get; }

    public int Dimensions { get; }

    /// <summary>Row after row.</summary>
    public float[] Numbers { get; }

    /// <summary>A copy that can be trained on its own.</summary>
    public TrainableTable Copy() => new(this);

    /// <summary>As the product uses it.</summary>
    public TextEncoder ToEncoder() => TextEncoder.FromFloats(Vocabulary, Dimensions, Numbers);

    /// <summary>The vector of a bag, brought to length 1.</summary>
    /// <returns>Its length before.</returns>
    public float Encode(TokenBag bag, Span<float> vector)
    {
        vector.Clear();
        for (var place = 0; place < bag.Rows.Length; place++)
            TensorPrimitives.MultiplyAdd(Numbers.AsSpan(bag.Rows[place] * Dimensions, Dimensions), bag.Weights[place], vector, vector);
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
            TensorPrimitives.Divide(vector, length, vector);
        return length;
    }

    /// <summary>Moves the table against the gradients of the vectors (before they were brought to length 1).</summary>
    public void Step(IReadOnlyList<TokenBag> bags, float[] gradients, float rate)
    {
        _steps++;
        var corrected = (float)(rate * Math.Sqrt(1 - Math.Pow(SecondDecay, _steps)) / (1 - Math.Pow(FirstDecay, _steps)));
        // Each thread has rows of its own and takes the bags in order, so that the sums come out the same however the threads run.
        Parallel.For(0, _threads, thread =>
        {
            var rows = new List<int>();
            for (var bag = 0; bag < bags.Count; bag++)
            {
                var gradient = gradients.AsSpan(bag * Dimensions, Dimensions);
                for (var place = 0; place < bags[bag].Rows.Length; place++)
                {
                    var row = bags[bag].Rows[place];
                    if (row % _threads != thread)
                        continue;
                    var sum = _gradient.AsSpan(row * Dimensions, Dimensions);
                    TensorPrimitives.MultiplyAdd(gradient, bags[bag].Weights[place], sum, sum);
                    if (!_touched[row])
                    {
                        _touched[row] = true;
                        rows.Add(row);
                    }
                }
            }

            foreach (var row in rows)
                Move(row, corrected);
        });
    }

    private void Move(int row, float rate)
    {
        var gradient = Row(_gradient, row);
        var first = Row(_first, row);
        var second = Row(_second, row);
        var numbers = Row(Numbers, row);
        for (var place = 0; place < gradient.Length; place++)
        {
            var slope = gradient[place];
            first[place] = (FirstDecay * first[place]) + ((1 - FirstDecay) * slope);
            second[place] = (SecondDecay * second[place]) + ((1 - SecondDecay) * slope * slope);
            numbers[place] -= rate * first[place] / (MathF.Sqrt(second[place]) + Epsilon);
        }

        gradient.Clear();
        _touched[row] = false;
    }

    private Span<float> Row(float[] numbers, int row) => numbers.AsSpan(row * Dimensions, Dimensions);

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
