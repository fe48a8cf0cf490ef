using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Definitions;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Shipped.Folder, "README.md"));

    [Fact]
    public void The_worked_example_is_a_service()
    {
        var example = Readme.Split("```yaml\n")[1].Split("```")[0];

        var reading = ServiceReader.Read("services/village-rules-review.yaml", example);

        Assert.Empty(reading.Problems);
        Assert.Equal(6, reading.Definition!.Interview.Fields.Count);
    }

    [Fact]
    public void Every_name_that_a_file_can_use_is_explained()
    {
        var names = EnumNames.Of<FieldType>().Concat(EnumNames.Of<FieldRole>()).Concat(EnumNames.Of<TriageKind>()).Concat(EnumNames.Of<TriageVerdict>())
            .Concat(EnumNames.Of<DeadlineUnit>()).Concat(EnumNames.Of<DeadlineParty>()).Concat(EnumNames.Of<MeetingWay>()).Concat(EnumNames.Of<NoticeKind>())
            .Concat(EnumNames.Of<AddressPart>()).Concat(CaseEvents.All);

        Assert.All(names, name => Assert.Matches($@"\b{name}\b", Readme));
    }
}
