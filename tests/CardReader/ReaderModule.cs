namespace LegalService.CardReader;

/// <summary>
/// The security module of a reader, as far as a machine can tell: a card is found once each time it is laid on, and what was selected is read only while that
/// very card still lies there.
/// </summary>
internal sealed class ReaderModule
{
    private const byte Done = 0x90;
    private const byte Found = 0x9F;
    private const byte UnknownCommand = 0x21;
    private const byte SelfTestFailed = 0x60;
    private const byte ReadFailed = 0x41;
    private const byte NotFound = 0x80;
    private const byte NotSelected = 0x81;

    private readonly Lock _lock = new();
    private Laying? _laid;
    private Laying? _found;
    private Laying? _selected;

    /// <summary>Happens once after the module has selected a card and before it reads it: a hand that is too quick.</summary>
    public Action? AfterSelect { get; set; }

    /// <summary>True: the module says that it cannot work.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The card that lies on the reader; null when none does.</summary>
    public SampleCard? Card
    {
        get
        {
            lock (_lock)
                return _laid?.Card;
        }
    }

    /// <summary>Lays a card on, in the place of the one that lies there.</summary>
    public void Lay(string name)
    {
        lock (_lock)
            _laid = new(SampleCard.All.Single(card => card.Name == name));
    }

    /// <summary>Takes the card away.</summary>
    public void Take()
    {
        lock (_lock)
            _laid = null;
    }

    /// <summary>Answers a command: three status bytes and data.</summary>
    public byte[] Answer(ushort command)
    {
        if (IsBroken)
            return [0, 0, SelfTestFailed];
        var answer = AnswerNow(command);
        if (command == 0x2002 && answer[2] == Done && AfterSelect is { } hand)
        {
            AfterSelect = null;
            hand();
        }

        return answer;
    }

    private byte[] AnswerNow(ushort command)
    {
        lock (_lock)
        {
            return command switch
            {
                0x11FF => [0, 0, Done],
                0x2001 => Find(),
                0x2002 => Select(),
                0x3001 => Read(),
                0x3005 => _selected is not null && _selected == _laid ? [0, 0, Done, .. new byte[28]] : [0, 0, ReadFailed],
                _ => [0, 0, UnknownCommand],
            };
        }
    }

    private byte[] Find()
    {
        if (_laid is not { WasFound: false } laid)
            return [0, 0, NotFound];
        laid.WasFound = true;
        _found = laid;
        return [0, 0, Found, 0, 0, 0, 0];
    }

    private byte[] Select()
    {
        _selected = _found is not null && _found == _laid ? _found : null;
        return _selected is null ? [0, 0, NotSelected] : [0, 0, Done, .. new byte[8]];
    }

    private byte[] Read()
    {
        if (_selected is null || _selected != _laid)
            return [0, 0, ReadFailed];
        return _selected.Card.Fault is { } fault ? [0, 0, fault] : [0, 0, Done, .. _selected.Card.Answer()];
    }

    /// <summary>One time that a card lies there.</summary>
    private sealed class Laying(SampleCard card)
    {
        public SampleCard Card => card;

        public bool WasFound { get; set; }
    }
}
