using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LegalService.Knowledge.Vectors;

namespace LegalService.Knowledge.Tests.Ranking;

public sealed class VectorTests
{
    [Property(MaxTest = 200)]
    public Property The_byte_product_is_the_sum_of_the_products() => Prop.ForAll(
        Gen.Choose(-127, 127).Select(number => (sbyte)number).ArrayOf().ToArbitrary(),
        numbers =>
        {
            var turned = numbers.Reverse().ToArray();
            return Rounding.Dot(numbers, turned) == numbers.Zip(turned, (left, right) => left * right).Sum();
        });

    [Fact]
    public void The_byte_product_does_not_overflow_at_its_largest()
    {
        var largest = Enumerable.Repeat((sbyte)127, 4096).ToArray();
        var smallest = Enumerable.Repeat((sbyte)-127, 4096).ToArray();
        Assert.Equal(127 * 127 * 4096, Rounding.Dot(largest, largest));
        Assert.Equal(-127 * 127 * 4096, Rounding.Dot(largest, smallest));
    }

    [Fact]
    public void Likeness_from_bytes_is_close_to_likeness_from_floats()
    {
        var encoder = TinyCorpus.Encoder();
        string[] texts = ["养猫要登记", "猫抓伤了人", "带狗出门要拴绳子", "鸡鸭吃了别人的菜", "狗咬伤了人"];
        var table = VectorTable.Of(encoder.Dimensions, texts.Length, place => encoder.Encode(texts[place]));
        foreach (var text in texts)
        {
            var vector = encoder.Encode(text);
            var exact = texts.Select(other => TensorPrimitives.Dot<float>(vector, encoder.Encode(other))).ToArray();
            Assert.All(table.Likeness(vector).Zip(exact), pair => Assert.InRange(pair.First - pair.Second, -0.02, 0.02));
        }
    }

    [Fact]
    public void A_text_is_most_like_itself_and_has_length_1()
    {
        var encoder = TinyCorpus.Encoder();
        var vector = encoder.Encode("邻居家的猫把我抓伤了谁赔");
        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 1e-5);
        Assert.True(TensorPrimitives.Dot<float>(vector, encoder.Encode("邻居家的猫把我抓伤了谁赔。")) > 0.99);
        Assert.True(TensorPrimitives.Dot<float>(vector, encoder.Encode("遛狗不拴绳")) < 0.7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyz 123 ????")]
    [InlineData("\uD800\uDC00\uD800")]
    public void A_text_without_a_known_character_has_no_direction(string text) => Assert.All(TinyCorpus.Encoder().Encode(text), number => Assert.Equal(0, number));

    [Fact]
    public void An_encoder_is_read_as_it_was_written()
    {
        var encoder = TinyCorpus.Encoder("随便写的一句话");
        using var stream = new MemoryStream();
        encoder.Write(stream);
        stream.Position = 0;
        Assert.Equal(encoder.Encode("写一句话"), TextEncoder.Read(stream).Encode("写一句话"));
    }

    [Fact]
    public void A_vocabulary_that_is_not_sorted_is_refused() => Assert.Throws<InvalidDataException>(() => new Vocabulary([3, 2]));

    [Fact]
    public void The_nearest_places_are_the_highest_that_count_in_order()
    {
        float[] figures = [0.3f, 0.9f, 0.5f, 0.9f, -0.2f, 0.7f];
        Assert.Equal([1, 3, 5], NearestPlaces.Of(figures, 3, _ => true));
        Assert.Equal([3, 5, 2, 0], NearestPlaces.Of(figures, 4, place => place != 1));
        Assert.Equal([4], NearestPlaces.Of(figures, 4, place => place == 4));
    }

    [Property(MaxTest = 100)]
    public bool The_nearest_places_are_those_of_a_sort(float[] numbers, byte most)
    {
        var figures = Array.ConvertAll(numbers, number => float.IsFinite(number) ? number : 0);
        var expected = Enumerable.Range(0, figures.Length).OrderByDescending(place => figures[place]).ThenBy(place => place).Take(most + 1);
        return NearestPlaces.Of(figures, most + 1, _ => true).SequenceEqual(expected);
    }
}
