using LegalService.Kiosk.Sessions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LegalService.Kiosk.Tests.Sessions;

public sealed class KioskSessionTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SessionRegister _register;
    private readonly List<SessionEnd> _ended = [];

    public KioskSessionTests()
    {
        _register = new(_time);
        _register.Ended += _ended.Add;
    }

    [Fact]
    public void Who_does_not_touch_the_screen_sees_a_countdown_and_is_then_taken_for_gone()
    {
        var session = Session();
        session.Begin();

        Pass(39);
        Assert.Null(session.SecondsLeft);
        Pass(1);
        Assert.Equal(20, session.SecondsLeft);
        Pass(20);

        Assert.Equal(EndReason.Idle, session.Ended);
        Assert.Equal([new(session.Id, EndReason.Idle)], _ended);
        Assert.False(_register.IsInUse);
    }

    [Fact]
    public void One_touch_is_enough_to_stay()
    {
        var session = Session();
        session.Begin();
        Pass(59);

        session.Touch();

        Assert.Null(session.SecondsLeft);
        Pass(59);
        Assert.Null(session.Ended);
    }

    [Fact]
    public void Who_asked_for_slow_screens_has_more_time()
    {
        var session = Session();
        session.Show(new Modes(Elder: true));

        Pass(119);
        Assert.Null(session.Ended);
        Pass(1);

        Assert.Equal(EndReason.Idle, session.Ended);
    }

    [Fact]
    public void Nobody_is_counted_out_who_has_begun_nothing()
    {
        var session = Session();
        session.Touch();

        Pass(3600);

        Assert.Null(session.SecondsLeft);
        Assert.Null(session.Ended);
        Assert.False(_register.IsInUse);
    }

    [Theory]
    [InlineData(EndReason.Door)]
    [InlineData(EndReason.Power)]
    [InlineData(EndReason.Centre)]
    internal void Door_mains_and_centre_end_what_is_under_way_once(EndReason why)
    {
        var session = Session();
        session.Begin();

        _register.EndAll(why);
        _register.EndAll(why);
        session.Dispose();

        Assert.Equal(why, session.Ended);
        Assert.Equal([new(session.Id, why)], _ended);
    }

    [Fact]
    public void A_browser_that_is_gone_ends_its_session_and_is_not_told()
    {
        var session = Session();
        session.Begin();
        session.Changed += () => Assert.Fail("There is no screen any more");

        session.Dispose();

        Assert.Equal([new(session.Id, EndReason.Disconnected)], _ended);
    }

    [Fact]
    public void The_centre_is_told_when_the_screen_was_last_touched()
    {
        Assert.Null(_register.LastUsedAt);
        Session().Touch();

        Assert.Equal(_time.GetUtcNow(), _register.LastUsedAt);
    }

    private KioskSession Session() => new(_time, Options.Create(new SessionOptions()), _register);

    private void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
