using System.IO.Compression;
using LegalService.Knowledge.Import;

namespace LegalService.Knowledge.Tests.Import;

public sealed class DocxImportTests
{
    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public async Task Title_header_contents_and_tables_are_told_from_the_text()
    {
        using var folder = new SourceFolder().Write("水井.docx", DocxFile.Of(
            "^中华人民共和国", "^水井法", "（2020年1月2日国务院令第3号", "公布　自2020年3月1日起施行）", "^目　　录",
            "第一章　总则", "第二章　水井", "附则", "^第一章　总则", "　　第一条　甲。", "|（一）乙；|（二）丙。", "^第二章　水井", "第二条　丁。", "附　则", "第三条　戊。"));

        var report = await folder.ImportAsync();
        var version = await folder.OneAsync();

        Assert.Empty(report.Problems);
        Assert.Equal("中华人民共和国水井法", version.Title);
        Assert.Equal(["（2020年1月2日国务院令第3号", "公布　自2020年3月1日起施行）"], version.History);
        Assert.Equal((new DateOnly(2020, 1, 2), new DateOnly(2020, 3, 1), "国务院"), (version.Passed, version.InForceFrom, version.Issuer));
        Assert.Equal(["第一章　总则", "第二章　水井", "附　则"], version.Articles.Select(a => Assert.Single(a.Headings)));
        Assert.Equal("甲。\n（一）乙；\n（二）丙。", version.Articles[0].Text);
        Assert.Empty(version.Body);
    }

    [Fact]
    public async Task A_preamble_stays_above_the_articles()
    {
        using var folder = new SourceFolder().Write("水井.docx", DocxFile.Of("^水井法", "（2020年1月2日国务院发布）", "^序　言", "水从山上来。", "第一条　甲。"));

        Assert.Equal(["序　言", "水从山上来。"], (await folder.OneAsync()).Body);
    }

    [Fact]
    public async Task The_same_version_in_Markdown_is_a_duplicate()
    {
        using var folder = new SourceFolder()
            .Write("a.docx", DocxFile.Of("^水井法", "（2020年1月2日国务院发布）", "第一条　甲。"))
            .WriteLaw("b.md", "水井法", "2020年1月2日 国务院发布", "第一条 甲。\n\n第二条 乙。");

        var problem = Assert.Single((await folder.ImportAsync()).Problems);

        Assert.Equal(("a.docx", "statute.duplicate"), (problem.File, problem.Code));
    }

    [Fact]
    public async Task A_hyperlink_is_harmless()
    {
        var file = DocxFile.Of(main => main.AddHyperlinkRelationship(new Uri("https://example.org/"), isExternal: true), "^水井法", "第一条　甲。");
        using var folder = new SourceFolder().Write("a(2020-01-01).docx", file);

        Assert.Empty((await folder.ImportAsync()).Problems);
    }

    [Fact]
    public Task A_reference_to_the_outside_is_refused() => RefusedAsync(
        DocxFile.Of(main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://example.org/x.png")), "^水井法"),
        "docx.externalReference");

    [Fact]
    public Task A_document_type_definition_is_refused() => RefusedAsync(
        Rewritten(DocxFile.Of("^水井法", "第一条　甲。"), "word/document.xml", xml => "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
        "docx.dtd");

    [Fact]
    public Task A_protected_file_is_refused() => RefusedAsync([.. OleHeader, .. new byte[512]], "docx.encrypted");

    [Fact]
    public Task Noise_is_refused() => RefusedAsync([1, 2, 3, 4, 5], "docx.broken");

    [Fact]
    public Task A_zip_without_a_document_is_refused() => RefusedAsync(Zip("readme.txt", 10), "docx.broken");

    [Fact]
    public Task A_truncated_file_is_refused() => RefusedAsync(DocxFile.Of("^水井法", "第一条　甲。")[..^200], "docx.broken");

    [Fact]
    public Task A_part_that_unpacks_to_far_more_than_itself_is_refused() => RefusedAsync(Zip("word/document.xml", 8_000_000), "docx.zipBomb");

    [Fact]
    public Task A_file_that_unpacks_to_too_much_is_refused() => RefusedAsync(
        Zip("word/document.xml", 8_000_000), "docx.zipBomb", new ImportLimits { MaxUnpackedBytes = 1_000_000, MaxUnzipRatio = int.MaxValue });

    [Fact]
    public Task A_file_with_too_many_paragraphs_is_refused() => RefusedAsync(
        DocxFile.Of("^水井法", "甲。", "乙。", "丙。"), "docx.tooLarge", new ImportLimits { MaxParagraphs = 3 });

    [Fact]
    public Task A_file_that_is_too_large_is_not_opened() => RefusedAsync(
        DocxFile.Of("^水井法"), "docx.tooLarge", new ImportLimits { MaxFileBytes = 100 });

    [Fact]
    public Task A_file_that_begins_with_a_sentence_has_no_title() => RefusedAsync(DocxFile.Of("第一条　甲。"), "statute.noTitle");

    private static async Task RefusedAsync(byte[] file, string code, ImportLimits? limits = null)
    {
        using var folder = new SourceFolder().Write("坏.docx", file).WriteLaw("好(2020-01-01).md", "水", "", "第一条 甲");

        var report = await folder.ImportAsync(limits);

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("坏.docx", code, true), (problem.File, problem.Code, problem.FileSkipped));
        Assert.Equal(1, report.Laws);
    }

    private static byte[] Zip(string name, int size)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open())
            entry.Write(new byte[size]);
        return stream.ToArray();
    }

    private static byte[] Rewritten(byte[] file, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            string text;
            using (var reader = new StreamReader(archive.GetEntry(part)!.Open()))
                text = reader.ReadToEnd();
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}
