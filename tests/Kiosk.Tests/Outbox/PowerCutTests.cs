using LegalService.Kiosk.Keeping;
using LegalService.Kiosk.Outbox;
using LegalService.Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LegalService.Kiosk.Tests.Outbox;

public sealed class PowerCutTests : IDisposable
{
    private readonly MachineFolders _folders = new(Scratch.NewFolder());
    private readonly MachineKeys _keys;
    private readonly SlipBook _slips;

    public PowerCutTests()
    {
        _keys = new MachineKeys(_folders);
        _slips = new SlipBook(_folders, _keys, Options.Create(new OutboxOptions()), TimeProvider.System);
    }

    public void Dispose() => Directory.Delete(_folders.Root, recursive: true);

    [Fact]
    public void A_file_that_was_cut_short_anywhere_is_set_aside_and_the_others_are_not_touched()
    {
        var (whole, torn) = (Entry(), Entry());
        var store = Open();
        store.Add(whole);
        store.Add(torn);
        var path = Directory.GetFiles(_folders.Waiting).Single(file => file.Contains($"{torn.Id:N}", StringComparison.Ordinal));
        var bytes = File.ReadAllBytes(path);

        for (var length = 0; length < bytes.Length; length += 37)
        {
            File.WriteAllBytes(path, bytes[..length]);

            var again = Open();

            Assert.Equal(whole.Id, Assert.Single(again.Waiting).Id);
            Assert.Equal(1, again.Torn);
            Assert.NotNull(again.Open(whole.Id));
            Assert.Null(again.Open(torn.Id));
        }
    }

    [Fact]
    public void One_byte_that_changed_is_noticed()
    {
        var entry = Entry();
        Open().Add(entry);
        var path = Directory.GetFiles(_folders.Waiting).Single();
        var bytes = File.ReadAllBytes(path);
        bytes[^10] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(1, Open().Torn);
    }

    [Fact]
    public void What_was_never_finished_was_never_acknowledged_and_leaves_nothing()
    {
        var store = Open();
        store.Add(Entry());
        var path = Directory.GetFiles(_folders.Waiting).Single();
        File.Copy(path, Path.Combine(_folders.Waiting, $"{Guid.NewGuid():N}.sealed{DurableFile.Unfinished}"));

        var again = Open();

        Assert.Single(again.Waiting);
        Assert.Equal(path, Assert.Single(Directory.GetFiles(_folders.Waiting)));
        Assert.Equal(0, again.Torn);
    }

    [Fact]
    public void A_change_that_was_cut_off_leaves_the_entry_as_it_was()
    {
        var entry = Entry();
        Open().Add(entry);
        var path = Directory.GetFiles(_folders.Waiting).Single();
        File.WriteAllBytes(path + DurableFile.Unfinished, [1, 2, 3]);

        Assert.Equal(entry.Slip, Open().Open(entry.Id)!.Slip);
    }

    [Fact]
    public void Nothing_can_be_read_without_the_key_of_the_machine()
    {
        Open().Add(Entry());
        File.Delete(Path.Combine(_folders.Keys, "outbox.key"));

        var other = new OutboxStore(_folders, new MachineKeys(_folders), _slips, Options.Create(new OutboxOptions()), TimeProvider.System, NullLogger<OutboxStore>.Instance);

        Assert.Empty(Citizen.TracesBelow(_folders.Root));
        Assert.Empty(other.Waiting);
        Assert.Equal(1, other.Torn);
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        var path = Path.Combine(_folders.Keys, "outbox.key");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Contains("chmod 600", Assert.Throws<InvalidOperationException>(() => new MachineKeys(_folders)).Message, StringComparison.Ordinal);
    }

    private OutboxStore Open() => new(_folders, _keys, _slips, Options.Create(new OutboxOptions()), TimeProvider.System, NullLogger<OutboxStore>.Instance);

    private static OutboxEntry Entry() => new() { Id = Guid.CreateVersion7(), Slip = Slip.New(), MadeAt = TimeProvider.System.GetUtcNow(), Submission = Citizen.Consultation() };
}
