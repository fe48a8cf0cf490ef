using LegalService.Knowledge.Law;
using LegalService.Tool.Evaluation;
using LegalService.Training.Calibration;

namespace LegalService.Training.Tests;

public sealed class PartsTests
{
    [Fact]
    public void Questions_that_are_nearly_the_same_or_have_the_same_articles_are_in_one_fold()
    {
        LabelledQuestion[] questions =
        [
            Question("邻居家的猫把我抓伤了谁赔", 1), Question("邻居家的猫把我抓伤了谁来赔", 2), Question("遛狗不拴绳", 3), Question("井水脏了", 3),
            .. Enumerable.Range(10, 30).Select(number => Question($"{(char)('一' + (number * 37))}{(char)('丁' + (number * 91))}怎么办{(char)('七' + (number * 53))}", number)),
        ];

        var fold = QuestionFolds.Of(questions, folds: 5, seed: 1);

        Assert.Equal(fold[0], fold[1]);
        Assert.Equal(fold[2], fold[3]);
        Assert.Equal(5, fold.Distinct().Count());
        Assert.Equal(fold, QuestionFolds.Of(questions, folds: 5, seed: 1));
    }

    [Fact]
    public void A_third_of_the_articles_is_withheld_and_always_the_same()
    {
        var keys = Enumerable.Range(1, 40).SelectMany(law => Enumerable.Range(1, 50).Select(number => new ArticleKey($"第{law}号条例", new ArticleNumber(number)))).ToList();

        Assert.InRange(keys.Count(Withholding.IsHidden) / (double)keys.Count, 0.2, 0.5);
        Assert.Contains(keys.GroupBy(key => key.Law), law => law.All(Withholding.IsHidden));
        Assert.Equal(keys.Where(Withholding.IsHidden), keys.Where(Withholding.IsHidden));
    }

    [Fact]
    public void A_calibration_curve_rises_and_ends_where_the_data_do()
    {
        var random = new Random(3);
        var points = Enumerable.Range(0, 2000).Select(_ => random.NextDouble()).Select(score => (score, random.NextDouble() < score)).ToList();

        var curve = Isotonic.Fit(points, 20);

        Assert.Equal(curve.Select(step => step.Confidence).Order(), curve.Select(step => step.Confidence));
        Assert.All(curve, step => Assert.InRange(step.Confidence, step.Score - 0.12, step.Score + 0.12));
    }

    private static LabelledQuestion Question(string text, int article) =>
        new(System.Text.Json.JsonDocument.Parse($"{article}").RootElement, text, [new ArticleKey("家畜条例", new ArticleNumber(article))]);
}
