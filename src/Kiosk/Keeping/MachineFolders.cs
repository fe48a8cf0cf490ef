namespace LegalService.Kiosk.Keeping;

/// <summary>What lies where on this machine.</summary>
/// <param name="Root">The data directory; nobody but the kiosk's own user may look into it.</param>
internal sealed record MachineFolders(string Root)
{
    /// <summary>The keys of this machine.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>What waits to be delivered, a sealed file each.</summary>
    public string Waiting => Path.Combine(Root, "outbox", "waiting");

    /// <summary>What the centre did not take after the citizen had gone, a sealed file each.</summary>
    public string Refused => Path.Combine(Root, "outbox", "refused");

    /// <summary>What cannot be opened.</summary>
    public string Torn => Path.Combine(Root, "outbox", "torn");

    /// <summary>What has become of what was kept, each sealed with the slip that the citizen took along.</summary>
    public string Slips => Path.Combine(Root, "outbox", "slips");

    /// <summary>The corpora of the centre.</summary>
    public string Corpus => Path.Combine(Root, "corpus");

    /// <summary>Indexes; built again when they are not there.</summary>
    public string Index => Path.Combine(Root, "index");

    /// <summary>As which kiosk this machine is enrolled.</summary>
    public string EnrolmentFile => Path.Combine(Root, "enrolment.json");

    /// <summary>What the centre said last.</summary>
    public string CentreFile => Path.Combine(Root, "centre.json");

    /// <summary>Makes the folders that are not there.</summary>
    public void Create()
    {
        foreach (var folder in (string[])[Root, Keys, Waiting, Refused, Torn, Slips, Corpus, Index])
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
