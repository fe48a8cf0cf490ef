using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LegalService.Support;

/// <summary>A real PostgreSQL server of this test run: started when the first test asks for it, gone with the process.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly int _port;

    private PostgresServer(int port) => _port = port;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = await Shared.Value;
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "postgres",
        Database = database,
        MaxPoolSize = 40,
        Timeout = 60,
    }.ToString();

    private static async Task<PostgresServer> StartAsync()
    {
        var programs = Programs();
        var folder = Directory.CreateTempSubdirectory("legalservice-postgres-").FullName;
        var port = FreePort();
        // PostgreSQL refuses to run as root.
        string[] user = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        if (user.Length > 0)
            await RunAsync(["chown", "postgres", folder]);
        var data = Path.Combine(folder, "data");
        await RunAsync([.. user, Path.Combine(programs, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]);
        // In the file, not on the command line, so that a measurement can switch it on.
        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.conf"), "fsync = off\n");
        var settings = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=500");
        string[] stop = [.. user, Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop"];
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            using var stopping = Process.Start(Quiet(stop));
            stopping?.WaitForExit();
            Directory.Delete(folder, recursive: true);
        };
        await RunAsync([.. user, Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", settings, "start"]);
        return new PostgresServer(port);
    }

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal) is { } found
            ? found
            : throw new InvalidOperationException("These tests need PostgreSQL (Debian package postgresql); test.sh installs it.");

    private static async Task RunAsync(string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        // The server that pg_ctl leaves behind would hold a redirected pipe open for ever: nothing is redirected.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}");
    }

    private static ProcessStartInfo Quiet(string[] command) =>
        new("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
