using System.Net;
using System.Net.Sockets;
using LegalService.Server.Tests.Hosting;

namespace LegalService.Server.Tests.Processes;

public sealed class StartTests
{
    private const int DefaultPort = 5080;

    [Fact]
    public async Task The_server_listens_where_it_is_told_and_leaves_the_default_port_alone()
    {
        using var occupied = OccupyDefaultPort();
        using var server = new ServerProcess(["--urls", "http://127.0.0.1:0"]);

        var address = await server.AddressAsync();

        Assert.NotEqual(DefaultPort, address.Port);
        using var client = new HttpClient { BaseAddress = address };
        await AssertAnswersAsync(client);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0")]
    [InlineData("URLS", "http://127.0.0.1:0")]
    public async Task The_server_listens_where_the_environment_says(string name, string value)
    {
        using var occupied = OccupyDefaultPort();
        using var server = new ServerProcess([], [(name, value)]);
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };

        await AssertAnswersAsync(client);
    }

    [Fact]
    public async Task Ports_of_the_environment_count_too()
    {
        using var occupied = OccupyDefaultPort();
        using var server = new ServerProcess([], [("ASPNETCORE_HTTP_PORTS", "0")]);

        var address = await server.AddressAsync();

        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{address.Port}") };
        await AssertAnswersAsync(client);
    }

    [Fact]
    public async Task Without_a_word_about_addresses_it_is_the_default_port_of_this_machine_only()
    {
        using var occupied = OccupyDefaultPort();
        using var server = new ServerProcess([]);

        Assert.NotEqual(0, await server.ExitCodeAsync());
        Assert.Contains($"http://127.0.0.1:{DefaultPort}", server.Output, StringComparison.Ordinal);
        Assert.Contains("address already in use", server.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_printed_addresses_open()
    {
        using var server = new ServerProcess(["--urls", "http://127.0.0.1:0"]);
        var address = await server.AddressAsync();
        using var client = new HttpClient();

        string[] printed = [.. server.Output.Split('\n').Where(line => line.Contains(address.ToString(), StringComparison.Ordinal)).Select(AddressIn)];

        Assert.Equal(5, printed.Length);
        foreach (var page in printed)
            await Eventually.ReadAsync(() => client.GetAsync(page), response => response.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Data_lie_below_the_folder_it_is_started_in_unless_it_is_told_otherwise()
    {
        using var server = new ServerProcess(["--urls", "http://127.0.0.1:0"]);
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        await AssertAnswersAsync(client);

        Assert.NotEmpty(Directory.GetDirectories(Path.Combine(server.WorkingDirectory, "data", "index")));
    }

    [Fact]
    public async Task Data_lie_where_the_environment_says()
    {
        using var elsewhere = new TempFolder();
        using var server = new ServerProcess(["--urls", "http://127.0.0.1:0"], [("Storage__DataDirectory", elsewhere["here"])]);
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        await AssertAnswersAsync(client);

        Assert.NotEmpty(Directory.GetDirectories(elsewhere["here/index"]));
        Assert.False(Directory.Exists(Path.Combine(server.WorkingDirectory, "data")));
    }

    [Theory]
    [InlineData("--Knowledge:CheckEvery=00:00:00", "Knowledge:CheckEvery")]
    [InlineData("--RateLimits:AnswersPerMinute=0", "RateLimits")]
    [InlineData("--RateLimits:ReadsPerMinute=-3", "RateLimits")]
    public async Task A_setting_that_cannot_be_meant_is_named_at_the_start(string argument, string name)
    {
        using var server = new ServerProcess(["--urls", "http://127.0.0.1:0", argument]);

        Assert.NotEqual(0, await server.ExitCodeAsync());
        Assert.Contains(name, server.Output, StringComparison.Ordinal);
    }

    private static async Task AssertAnswersAsync(HttpClient client)
    {
        await Eventually.ReadAsync(() => client.GetAsync("/health/ready"), response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal("answered", (await client.AskAsync("邻居把水渠堵了怎么办")).Text("outcome"));
    }

    /// <summary>Whoever holds the port already does as well.</summary>
    private static TcpListener OccupyDefaultPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, DefaultPort);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            listener.Stop();
        }

        return listener;
    }

    private static string AddressIn(string line) => line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
}
