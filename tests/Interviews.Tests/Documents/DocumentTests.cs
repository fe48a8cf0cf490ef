using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Papers;
using LegalService.Interviews.Parsing;
using LegalService.Interviews.Tests.Samples;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Tests.Documents;

public sealed class DocumentTests
{
    private static readonly DocumentCatalog Forms = DocumentCatalog.Load(Path.Combine(AppContext.BaseDirectory, "forms"), Shipped.Catalog);

    public static TheoryData<string> Shown => [.. Forms.Documents.Select(document => document.Id)];

    [Fact]
    public void Every_document_of_the_field_can_be_written()
    {
        Assert.Equal(
            [
                "administrative-reconsideration", "civil-answer", "civil-appeal", "civil-complaint", "divorce-agreement", "enforcement-application", "evidence-list",
                "iou", "labour-arbitration-application", "legal-aid-form", "mediation-application", "payment-order", "petition-registration", "power-of-attorney",
                "property-preservation", "will-guide",
            ],
            Forms.Documents.Select(document => document.Id));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Whatever_is_answered_the_document_is_whole_and_what_was_not_given_is_a_blank_that_is_named(string id)
    {
        var definition = Forms.Find(id)!;
        for (var choice = 1; choice <= 40; choice++)
        {
            var answers = Answers.Empty;
            for (var step = Interview.Next(definition, answers, Sample.Today); step.Question is { } question; step = Interview.Next(definition, answers, Sample.Today))
            {
                Assert.Empty(step.Errors);
                answers = answers.With(question.Id, RandomAnswers.Valid(question, choice + question.Id.Length));
            }

            var filled = DocumentForm.Fill(definition, answers, Sample.Today);

            Assert.Equal(PaperLineKind.Title, filled.Lines[0].Kind);
            Assert.DoesNotContain(filled.Lines, line => line.Text.AsSpan().ContainsAny('{', '}', '\n') || line.Text.Length == 0);
            var notGiven = Interview.Relevant(definition, answers, Sample.Today).Where(field => answers.Get(field.Id) is { } answer && (answer.ValueKind == System.Text.Json.JsonValueKind.Null || AnswerJson.IsUnknown(answer)));
            Assert.Subset(notGiven.Select(field => field.ReviewLabel).ToHashSet(StringComparer.Ordinal), filled.Blanks.ToHashSet(StringComparer.Ordinal));
            Assert.Equal(filled.Lines, PaperText.Lines(filled.Text));
        }
    }

    [Fact]
    public void An_empty_form_can_be_had_to_fill_in_by_pen()
    {
        var filled = DocumentForm.Fill(Forms.Find("civil-complaint")!, Answers.Empty, Sample.Today);

        Assert.Contains(filled.Lines, line => line.Text == "1．＿＿＿＿＿＿");
        Assert.Contains("诉讼请求", filled.Blanks);
    }

    [Fact]
    public void An_iou_has_the_sum_in_capitals_and_what_the_identity_number_tells_need_not_be_asked()
    {
        var iou = DocumentForm.Fill(Forms.Find("iou")!, Answers.Empty.With("amount", AnswerJson.Of(50_030.5m)).With("hasInterest", AnswerJson.Of(false)), Sample.Today);
        var will = DocumentForm.Fill(Forms.Find("will-guide")!, Answers.Empty.With("idNumber", AnswerJson.Of("11010519491231002X")), Sample.Today);

        Assert.Contains(iou.Lines, line => line.Text.Contains("人民币伍万零叁拾元伍角整（小写：50030.5元）", StringComparison.Ordinal));
        Assert.Contains(iou.Lines, line => line.Text == "双方约定本借款不计利息。");
        Assert.Contains(will.Lines, line => line.Text.Contains("性别：女，出生日期：1949年12月31日", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_claim_is_a_line_of_its_own_and_no_words_of_a_citizen_are_taken_for_a_mark()
    {
        var answers = Answers.Empty.With("want", AnswerJson.Of("还钱|付利息\n\n诉讼费")).With("story", AnswerJson.Of("# 大标题\n+ 一 | 二"));
        var filled = DocumentForm.Fill(Forms.Find("civil-complaint")!, answers, Sample.Today);

        Assert.Equal(["1．还钱｜付利息", "2．诉讼费"], filled.Lines.Where(line => line.Text is ['1' or '2', '．', ..]).Select(line => line.Text));
        Assert.Contains("\n＃ 大标题\n＋ 一 ｜ 二\n", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_tells_already_is_not_asked_again_by_who_looks_at_it()
    {
        var answers = Answers.Empty.With("name", AnswerJson.Of("巴特尔")).With("opponentName", AnswerJson.Of("王大勇")).With("story", AnswerJson.Of("借钱不还"));
        var review = Forms.ReviewOf(Forms.Find("civil-complaint")!, answers, Sample.Today)!;

        Assert.Equal("document-drafting", review.Service.Id);
        Assert.Equal(["kind", "name", "opponentName", "story"], review.Answers.Values.Keys);
        Assert.Null(Forms.ReviewOf(Forms.Find("will-guide")!, answers, Sample.Today));
    }

    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("10005", "壹万零伍元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100100000", "壹亿零壹拾万元整")]
    [InlineData("1010.05", "壹仟零壹拾元零伍分")]
    [InlineData("0.5", "伍角整")]
    [InlineData("0.05", "伍分")]
    [InlineData("3.21", "叁元贰角壹分")]
    public void A_sum_in_capitals_is_written_as_on_a_receipt(string yuan, string capitals) =>
        Assert.Equal(capitals, CapitalSum.Of(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)));

    [FsCheck.Xunit.Property]
    public void A_sum_in_capitals_reads_as_the_same_sum(uint yuan)
    {
        Assert.True(ChineseNumber.TryParse(CapitalSum.Of(yuan).Replace("元整", "", StringComparison.Ordinal), out var read));
        Assert.Equal(yuan, read);
    }

    [Fact]
    public void A_mistake_in_a_file_is_named_with_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("forms-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "settings.yaml"), "caveat: 草稿\nreviewService: id-card\n");
            var iou = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "forms", "iou.yaml"));
            File.WriteAllText(Path.Combine(folder, "iou.yaml"), iou.Replace("借款用途：{purpose}", "借款用途：{why}，{purpose:大写}", StringComparison.Ordinal));

            var problems = Assert.Throws<ServiceDefinitionException>(() => DocumentCatalog.Load(folder, Shipped.Catalog)).Problems;

            Assert.Equal(
                ["document.reviewService", "document.review", "document.placeholder", "document.placeholder"], problems.Select(problem => problem.Code));
            Assert.All(problems, problem => Assert.True(problem.Line > 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
