using System.CommandLine;

namespace LegalService.Tool.Commands;

/// <summary><c>import SOURCE</c>: reads statutes into a full-text corpus.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "读入法律全文");
}
