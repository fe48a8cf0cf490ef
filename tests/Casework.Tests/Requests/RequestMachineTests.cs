using LegalService.Casework.Requests;
using LegalService.Interviews.Definitions;
using static LegalService.Casework.Requests.RequestState;

namespace LegalService.Casework.Tests.Requests;

public sealed class RequestMachineTests
{
    [Theory]
    [InlineData(Received, CaseEvents.Incomplete, Incomplete)]
    [InlineData(Incomplete, CaseEvents.Supplemented, Supplemented)]
    [InlineData(Incomplete, CaseEvents.Withdrawn, Withdrawn)]
    [InlineData(Received, CaseEvents.Accepted, Accepted)]
    [InlineData(Supplemented, CaseEvents.Accepted, Accepted)]
    [InlineData(Received, CaseEvents.Refused, Refused)]
    [InlineData(Supplemented, CaseEvents.Refused, Refused)]
    [InlineData(Accepted, CaseEvents.Assigned, Assigned)]
    [InlineData(Assigned, CaseEvents.Assigned, Assigned)]
    [InlineData(Assigned, CaseEvents.Done, Done)]
    [InlineData(Accepted, CaseEvents.Done, Done)]
    [InlineData(Refused, CaseEvents.Objected, Objected)]
    [InlineData(Received, CaseEvents.Transferred, Transferred)]
    [InlineData(Received, CaseEvents.StartedEarly, Received)]
    [InlineData(Done, RequestMachine.Noted, Done)]
    public void An_event_leads_to_its_state(RequestState from, string @event, RequestState to) => Assert.Equal(to, RequestMachine.After(from, @event));

    [Theory]
    // Asked once for everything.
    [InlineData(Supplemented, CaseEvents.Incomplete)]
    [InlineData(Incomplete, CaseEvents.Incomplete)]
    // One who does not answer has withdrawn; he is not refused.
    [InlineData(Incomplete, CaseEvents.Refused)]
    // No assignment without a decision, no end without a beginning.
    [InlineData(Received, CaseEvents.Assigned)]
    [InlineData(Received, CaseEvents.Done)]
    // What is over stays over.
    [InlineData(Done, CaseEvents.Withdrawn)]
    [InlineData(Withdrawn, CaseEvents.Accepted)]
    [InlineData(Transferred, CaseEvents.Accepted)]
    [InlineData(RefusalUpheld, CaseEvents.Objected)]
    [InlineData(Accepted, CaseEvents.Refused)]
    public void What_is_not_in_the_table_does_not_happen(RequestState from, string @event)
    {
        Assert.Null(RequestMachine.After(from, @event));
        Assert.False(RequestMachine.Allows(from, @event));
    }

    [Fact]
    public void An_objection_is_decided_one_way_or_the_other()
    {
        Assert.Equal(RefusalUpheld, RequestMachine.After(Objected, CaseEvents.ObjectionDecided, RefusalUpheld));
        Assert.Equal(Accepted, RequestMachine.After(Objected, CaseEvents.ObjectionDecided, Accepted));
        Assert.Null(RequestMachine.After(Objected, CaseEvents.ObjectionDecided, Done));
    }

    [Fact]
    public void Every_state_can_be_reached_and_closed_ones_know_nothing_but_notes_letters_and_erasing()
    {
        var reached = RequestMachine.Table.Select(row => row.To).Append(Received).ToHashSet();
        Assert.Equal(Enum.GetValues<RequestState>().ToHashSet(), reached);
        foreach (var state in Enum.GetValues<RequestState>().Where(state => state is Done or Withdrawn or Transferred or RefusalUpheld))
            Assert.Equal("noted letterIssued letterRevoked erased", string.Join(' ', RequestMachine.Table.Where(row => row.From == state).Select(row => row.Event)));
    }

    [Fact]
    public void No_row_stands_twice_and_every_event_of_the_rules_but_receipt_is_in_the_table()
    {
        Assert.Equal(RequestMachine.Table.Count, RequestMachine.Table.Distinct().Count());
        var inTable = RequestMachine.Table.Select(row => row.Event).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(CaseEvents.Received, Assert.Single(CaseEvents.All, name => !inTable.Contains(name)));
    }
}
