namespace LegalService.CardReader;

/// <summary>A card reader to try a kiosk with: on a serial line (<c>--port</c>, one end of a pair that socat makes), as a maker's service (<c>--urls</c>), or both.</summary>
internal static class Desk
{
    private static async Task Main(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        var module = new ReaderModule();
        app.MapReader(module);
        await app.StartAsync();
        if (app.Configuration["port"] is { } port)
            _ = SerialSide.ServeAsync(Line.Open(port), module);

        Console.WriteLine($"{string.Join(' ', SampleCard.All.Select(card => card.Name))}: lays that card on; take, break, mend; an empty line ends it");
        while (Console.ReadLine() is { Length: > 0 } order)
            Carry(order.Trim(), module);
        await app.StopAsync();
    }

    private static void Carry(string order, ReaderModule module)
    {
        if (order == "take")
            module.Take();
        else if (order is "break" or "mend")
            module.IsBroken = order == "break";
        else if (SampleCard.All.Any(card => card.Name == order))
            module.Lay(order);
        else
            Console.WriteLine("no such card");
    }
}
