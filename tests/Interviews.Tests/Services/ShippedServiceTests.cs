using LegalService.Interviews.Definitions;
using LegalService.Interviews.Tests.Samples;

namespace LegalService.Interviews.Tests.Services;

public sealed class ShippedServiceTests
{
    [Fact]
    public void Every_service_of_a_legal_service_centre_is_offered_what_is_asked_for_most_first()
    {
        Assert.Equal(
            [
                "legal-consultation", "legal-aid", "people-mediation", "remote-notary", "document-drafting", "labour-arbitration", "village-adviser", "court-filing",
                "court-fee-relief", "petition-agency", "village-rules-review", "law-lecture", "id-card", "exit-entry", "driver-medical", "court-self-service",
                "judicial-relief", "procuratorate-12309",
            ],
            Shipped.Catalog.Services.Select(service => service.Id));
    }

    [Fact]
    public void Sensitive_questions_say_what_they_are_asked_for()
    {
        foreach (var field in Shipped.Catalog.Services.SelectMany(service => service.Interview.Fields))
        {
            if (field.Type is FieldType.IdNumber or FieldType.Phone or FieldType.Address && field.Role is not FieldRole.HelperPhone)
                Assert.False(string.IsNullOrEmpty(field.Help), $"{field.Id} has no help");
        }
    }

    [Fact]
    public void Consultation_asks_for_no_identity_number()
    {
        Assert.DoesNotContain(Shipped.Consultation.Interview.Fields, field => field.Type is FieldType.IdNumber or FieldType.Address);
    }

    [Fact]
    public void Every_service_can_tell_who_applied_and_asks_for_consent()
    {
        foreach (var service in Shipped.Catalog.Services.Where(service => !service.IsGuideOnly))
        {
            Assert.NotNull(service.FieldOf(FieldRole.ApplicantName));
            Assert.NotNull(service.FieldOf(FieldRole.ApplicantPhone));
            Assert.NotNull(service.FieldOf(FieldRole.Consent)!.Rules.MustBeYes);
        }
    }

    [Fact]
    public void A_guide_takes_nothing_in_and_tells_where_to_go()
    {
        var guides = Shipped.Catalog.Services.Where(service => service.IsGuideOnly).ToList();

        Assert.NotEmpty(guides);
        Assert.All(guides, guide => Assert.True(guide.Guide.Steps.Count > 2 && guide.Guide.Where.Length > 0 && guide.Guide.LegalBasis.Count > 0, guide.Id));
        Assert.All(guides, guide => Assert.Null(guide.Appointment));
    }

    [Fact]
    public void No_rule_refuses()
    {
        var verdicts = Enum.GetNames<TriageVerdict>();

        Assert.DoesNotContain(verdicts, verdict => verdict.Contains("Refuse", StringComparison.OrdinalIgnoreCase) || verdict.Contains("Reject", StringComparison.OrdinalIgnoreCase));
        foreach (var rule in Shipped.Catalog.Services.SelectMany(service => service.Triage).Where(rule => rule.Kind != TriageKind.Note))
            Assert.NotEmpty(rule.Basis);
    }

    [Theory]
    [InlineData("legal-aid", "decide", 7, DeadlineUnit.CalendarDays)]
    [InlineData("legal-aid", "assign", 3, DeadlineUnit.CalendarDays)]
    [InlineData("legal-aid", "objection", 5, DeadlineUnit.CalendarDays)]
    [InlineData("remote-notary", "certificate", 15, DeadlineUnit.WorkingDays)]
    public void Legal_time_limits_are_those_of_the_statute(string service, string id, int length, DeadlineUnit unit)
    {
        var rule = Shipped.Catalog.Find(service)!.Deadlines.Single(rule => rule.Id == id);

        Assert.Equal((length, unit), (rule.Length, rule.Unit));
        Assert.NotEmpty(rule.Basis);
    }
}
