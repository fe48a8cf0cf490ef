using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LegalService.Support;

/// <summary>
/// A real CUPS of the test's own with one queue, whose printer writes what it prints into a folder. Files in that folder take its paper away, jam it or break it.
/// </summary>
public sealed class PrintServer : IAsyncLifetime
{
    private static readonly string[] Programs = ["filter", "daemon", "driver", "cgi-bin", "notifier", "monitor"];

    private readonly string _folder = Directory.CreateTempSubdirectory("legalservice-cups-").FullName;
    private readonly int _port = FreePort();
    private Process? _cups;

    /// <summary>The queue's address.</summary>
    public string Queue => string.Create(CultureInfo.InvariantCulture, $"ipp://127.0.0.1:{_port}/printers/slips");

    /// <summary>Everything that came out on paper, the oldest first.</summary>
    public IReadOnlyList<string> Printed => [.. Directory.GetFiles(Paper, "*.pdf").OrderBy(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture))];

    /// <summary>Documents that CUPS holds.</summary>
    public IReadOnlyList<string> Spooled => Directory.GetFiles(Path.Combine(_folder, "spool"), "d*", SearchOption.AllDirectories);

    private string Paper => Path.Combine(_folder, "paper");

    /// <summary>Brings trouble: media-empty, media-jam, or broken for the next job.</summary>
    public void Take(string trouble) => File.WriteAllText(Path.Combine(Paper, trouble), "");

    /// <summary>Puts it right.</summary>
    public void Mend(string trouble) => File.Delete(Path.Combine(Paper, trouble));

    /// <summary>Puts everything right and takes away what was printed.</summary>
    public void Clear()
    {
        foreach (var file in Directory.GetFiles(Paper))
            File.Delete(file);
    }

    public async Task InitializeAsync()
    {
        Lay();
        _cups = Process.Start(new ProcessStartInfo("cupsd", ["-f", "-c", At("cupsd.conf"), "-s", At("cups-files.conf")]) { WorkingDirectory = _folder })
            ?? throw new InvalidOperationException("These tests need CUPS (Debian package cups); test.sh installs it.");
        using var client = new HttpClient();
        while (!await AnswersAsync(client))
            await Task.Delay(20);
    }

    public async Task DisposeAsync()
    {
        _cups!.Kill(entireProcessTree: true);
        await _cups.WaitForExitAsync();
        _cups.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/printers/slips.ppd")));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (_cups is { HasExited: false })
        {
            return false;
        }
    }

    private void Lay()
    {
        foreach (var folder in new[] { "root/ppd", "spool", "cache", "state", "programs/backend", "paper", "temp" })
            Directory.CreateDirectory(At(folder));
        foreach (var programs in Programs)
            Directory.CreateSymbolicLink(At($"programs/{programs}"), $"/usr/lib/cups/{programs}");
        Open(_folder, UnixFileMode.None);
        Open(Paper, UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        Open(At("temp"), UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        Write("programs/backend/paper", Backend);
        Open(At("programs/backend/paper"), UnixFileMode.None);
        Write("root/ppd/slips.ppd", Driver);
        Write("root/printers.conf", $"<DefaultPrinter slips>\nDeviceURI paper:{Paper}\nState Idle\nAccepting Yes\nShared No\nErrorPolicy retry-job\n</DefaultPrinter>\n");
        Write("cups-files.conf", $"""
            ServerRoot {At("root")}
            ServerBin {At("programs")}
            RequestRoot {At("spool")}
            CacheDir {At("cache")}
            StateDir {At("state")}
            TempDir {At("temp")}
            AccessLog {At("access_log")}
            ErrorLog {At("error_log")}
            PageLog {At("page_log")}
            """);
        Write("cupsd.conf", $"""
            Listen 127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}
            Browsing No
            PreserveJobFiles No
            PreserveJobHistory 60
            JobRetryInterval 1
            JobRetryLimit 3
            <Location />
            Order allow,deny
            Allow localhost
            </Location>
            # As Debian installs it.
            <Policy default>
            <Limit Cancel-Job Cancel-My-Jobs Purge-Jobs>
            Require user @OWNER @SYSTEM
            Order deny,allow
            </Limit>
            <Limit All>
            Order deny,allow
            </Limit>
            </Policy>
            """);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text.ReplaceLineEndings("\n") + "\n");

    // CUPS that is started by root does its work as another user.
    private static void Open(string path, UnixFileMode more)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, more | (UnixFileMode)0b111_101_101);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The printer: a program that CUPS starts for each job (backend(7)).</summary>
    private const string Backend = """
        #!/bin/sh
        [ $# = 0 ] && { echo 'direct paper:/ "Unknown" "Paper"'; exit 0; }
        folder=${DEVICE_URI#paper:}
        [ -e "$folder/broken" ] && { rm "$folder/broken"; exit 1; }
        for trouble in media-empty media-jam; do
          [ -e "$folder/$trouble" ] && echo "STATE: +$trouble-error" >&2
          while [ -e "$folder/$trouble" ]; do sleep 0.05; done
          echo "STATE: -$trouble-error" >&2
        done
        cat ${6:+"$6"} > "$folder/$1.part" && chmod 644 "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1.pdf"
        """;

    /// <summary>What the printer can: PDF on paper of any size.</summary>
    private const string Driver = """
        *PPD-Adobe: "4.3"
        *FormatVersion: "4.3"
        *FileVersion: "1.0"
        *LanguageVersion: English
        *LanguageEncoding: ISOLatin1
        *PCFileName: "PAPER.PPD"
        *Manufacturer: "Paper"
        *Product: "(Paper)"
        *ModelName: "Paper"
        *ShortNickName: "Paper"
        *NickName: "Paper"
        *PSVersion: "(3010.000) 0"
        *cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
        *OpenUI *PageSize: PickOne
        *DefaultPageSize: A4
        *PageSize A4: ""
        *CloseUI: *PageSize
        *OpenUI *PageRegion: PickOne
        *DefaultPageRegion: A4
        *PageRegion A4: ""
        *CloseUI: *PageRegion
        *DefaultImageableArea: A4
        *ImageableArea A4: "0 0 595 842"
        *DefaultPaperDimension: A4
        *PaperDimension A4: "595 842"
        *VariablePaperSize: True
        *MaxMediaWidth: 1000
        *MaxMediaHeight: 3000
        *CustomPageSize True: ""
        *ParamCustomPageSize Width: 1 points 72 1000
        *ParamCustomPageSize Height: 2 points 72 3000
        *ParamCustomPageSize WidthOffset: 3 points 0 0
        *ParamCustomPageSize HeightOffset: 4 points 0 0
        *ParamCustomPageSize Orientation: 5 int 0 3
        *HWMargins: 0 0 0 0
        """;
}
