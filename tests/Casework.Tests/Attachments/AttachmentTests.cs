using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using LegalService.Casework.Attachments;
using LegalService.Casework.Store;
using LegalService.Casework.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LegalService.Casework.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8];

    public static TheoryData<StoreProvider> Stores => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "program.jpg", [.. "MZ"u8, .. new byte[100]] },
        { "page.pdf", [.. "<html><script>alert(1)</script>"u8] },
        { "picture.png", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8] },
        { "empty.jpg", [] },
        { "archive.docx", Zip("readme.txt") },
        { "macro.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "escape.docx", Zip("[Content_Types].xml", "word/document.xml", "../../etc/passwd") },
        { "broken.docx", [.. "PK\x03\x04"u8, .. new byte[5000]] },
    };

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_uploaded_comes_back_as_it_was_and_lies_sealed(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        foreach (var size in new[] { 10, SealedFile.ChunkBytes - 1, SealedFile.ChunkBytes, SealedFile.ChunkBytes + 1, (3 * SealedFile.ChunkBytes) + 7 })
        {
            var content = Content(size);
            var (owner, uploaded) = await ClaimedAsync(host, content, "身份证 正面.PNG");
            Assert.Equal("身份证 正面.jpg", uploaded.Name);
            Assert.Equal(size, uploaded.Size);
            await using var opened = await host.Get<AttachmentService>().OpenAsync(owner, uploaded.Id, CancellationToken.None);
            Assert.Equal(content, await ReadAsync(opened!.Content));
            Assert.Equal("image/jpeg", opened.MediaType);
            var stored = await File.ReadAllBytesAsync(FileOf(host, uploaded.Id));
            Assert.True(stored.AsSpan().IndexOf(content.AsSpan(0, 10)) < 0);
            Assert.Null(await host.Get<AttachmentService>().OpenAsync(Guid.NewGuid(), uploaded.Id, CancellationToken.None));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_content_decides_what_is_taken_not_the_name(string name, byte[] content)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var result = await host.Get<AttachmentService>().UploadAsync(new MemoryStream(content), name, CancellationToken.None);
        Assert.Equal("attachment.type", result.Failure?.Code);
        Assert.Empty(Files(host));
    }

    [Fact]
    public async Task Pictures_and_documents_are_taken()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        (byte[] Content, AttachmentType Type)[] taken =
        [
            (Jpeg, AttachmentType.Jpeg),
            ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8], AttachmentType.Png),
            ([.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8], AttachmentType.WebP),
            ([.. "%PDF-1.7\n"u8], AttachmentType.Pdf),
            (Zip("[Content_Types].xml", "word/document.xml", "word/styles.xml"), AttachmentType.Docx),
        ];
        foreach (var (content, type) in taken)
            Assert.Equal(type, (await host.Get<AttachmentService>().UploadAsync(new MemoryStream(content), "x", CancellationToken.None)).Value?.Type);
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\照片\\王小明\u202Egpj.exe", "王小明gpj.jpg")]
    [InlineData("<script>.jpg", "script.jpg")]
    [InlineData("", "附件.jpg")]
    public async Task A_name_is_only_shown_and_harmless(string name, string shown)
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        Assert.Equal(shown, (await host.Get<AttachmentService>().UploadAsync(new MemoryStream(Jpeg), name, CancellationToken.None)).Value?.Name);
    }

    [Fact]
    public async Task Too_large_a_file_too_many_files_and_too_much_in_all_are_refused()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite, configure: services => services.Configure<AttachmentOptions>(
            options => (options.MaxFileBytes, options.MaxFiles, options.MaxRequestBytes) = (100_000, 2, 150_000)));
        var owner = Guid.NewGuid();
        Assert.Equal("attachment.tooLarge", (await host.Get<AttachmentService>().UploadAsync(new MemoryStream(Content(100_001)), "a", CancellationToken.None)).Failure?.Code);
        Assert.Empty(Files(host));
        Assert.Null(await ClaimAsync(host, owner, (await UploadAsync(host, Content(100_000))).Id));
        Assert.Equal("attachment.tooLarge", (await ClaimAsync(host, owner, (await UploadAsync(host, Content(60_000))).Id))?.Code);
        Assert.Null(await ClaimAsync(host, owner, (await UploadAsync(host, Content(20))).Id));
        Assert.Equal("attachment.tooMany", (await ClaimAsync(host, owner, (await UploadAsync(host, Content(21))).Id))?.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_belongs_to_the_first_request_that_names_it_and_a_second_copy_shows(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (owner, uploaded) = await ClaimedAsync(host, Jpeg, "合同");
        Assert.Equal("attachment.notFound", (await ClaimAsync(host, Guid.NewGuid(), uploaded.Id))?.Code);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var copy = await UploadAsync(host, Jpeg);
        Assert.Null(await ClaimAsync(host, owner, copy.Id));
        var lines = await host.Get<CaseworkStore>().ReadAsync(
            (context, token) => host.Get<AttachmentService>().ListAsync(context, owner, token), CancellationToken.None);
        Assert.Collection(lines, line => Assert.Null(line.SameAs), line => Assert.Equal(uploaded.Id, line.SameAs));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_nobody_claimed_is_swept_and_what_was_claimed_stays(StoreProvider provider)
    {
        await using var host = await CaseworkHost.StartAsync(provider);
        var (owner, kept) = await ClaimedAsync(host, Content(90), "a");
        var unclaimed = await UploadAsync(host, Content(91));
        var stray = FileOf(host, kept.Id) + ".0000.draft";
        await File.WriteAllTextAsync(stray, "half");
        Assert.Equal(0, await host.Get<AttachmentService>().RunOnceAsync(CancellationToken.None));
        host.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(2, await host.Get<AttachmentService>().RunOnceAsync(CancellationToken.None));
        Assert.Equal(FileOf(host, kept.Id), Assert.Single(Files(host)));
        Assert.Equal("attachment.notFound", (await ClaimAsync(host, owner, unclaimed.Id))?.Code);
    }

    [Fact]
    public async Task A_stored_file_that_was_changed_cut_or_swapped_does_not_open()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var (owner, uploaded) = await ClaimedAsync(host, Content(3 * SealedFile.ChunkBytes), "a");
        var path = FileOf(host, uploaded.Id);
        var whole = await File.ReadAllBytesAsync(path);
        const int Chunk = SealedFile.ChunkBytes + SealedFile.Overhead;
        var changed = whole.ToArray();
        changed[^1] ^= 1;
        byte[] swapped = [.. whole[..5], .. whole[(5 + Chunk)..(5 + (2 * Chunk))], .. whole[5..(5 + Chunk)], .. whole[(5 + (2 * Chunk))..]];
        foreach (var bad in new[] { changed, swapped, whole[..(5 + (2 * Chunk) + SealedFile.Overhead)], whole[..^40], "LSA1"u8.ToArray() })
        {
            await File.WriteAllBytesAsync(path, bad);
            await Assert.ThrowsAnyAsync<CryptographicException>(async () =>
            {
                await using var opened = await host.Get<AttachmentService>().OpenAsync(owner, uploaded.Id, CancellationToken.None);
                await ReadAsync(opened!.Content);
            });
        }
    }

    [Fact]
    public async Task Twenty_megabytes_need_little_memory()
    {
        await using var host = await CaseworkHost.StartAsync(StoreProvider.Sqlite);
        var content = Content(20 * 1024 * 1024);
        await UploadAsync(host, content[..1000]);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var peak = new PeakStream(new MemoryStream(content));
        Assert.True((await host.Get<AttachmentService>().UploadAsync(peak, "a", CancellationToken.None)).Succeeded);
        // What is alive, not what the collector has not fetched yet.
        Assert.InRange(peak.Alive - before, long.MinValue, 8 * 1024 * 1024);
    }

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        Jpeg.AsSpan(0, 3).CopyTo(content);
        return content;
    }

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(name));
            }
        }

        return stream.ToArray();
    }

    private static async Task<(Guid Owner, UploadedAttachment Uploaded)> ClaimedAsync(CaseworkHost host, byte[] content, string name)
    {
        var owner = Guid.NewGuid();
        var uploaded = await UploadAsync(host, content, name);
        Assert.Null(await ClaimAsync(host, owner, uploaded.Id));
        return (owner, uploaded);
    }

    private static async Task<UploadedAttachment> UploadAsync(CaseworkHost host, byte[] content, string name = "a") =>
        (await host.Get<AttachmentService>().UploadAsync(new MemoryStream(content), name, CancellationToken.None)).Value!;

    private static async Task<Failure?> ClaimAsync(CaseworkHost host, Guid owner, string id) => (await host.Get<CaseworkStore>().WriteAsync<Result<bool>>(
        async (context, token) => await host.Get<AttachmentService>().ClaimAsync(context, owner, [new(id, null, [])], token) is { } failure ? failure : true,
        CancellationToken.None)).Failure;

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static string FileOf(CaseworkHost host, string id) => Path.Combine(host.Folder, "attachments", id[..2], id + ".sealed");

    private static IEnumerable<string> Files(CaseworkHost host)
    {
        var folder = Path.Combine(host.Folder, "attachments");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    /// <summary>Notes what is alive while it is read.</summary>
    private sealed class PeakStream(MemoryStream inner) : Stream
    {
        private int _reads;

        public long Alive { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (++_reads % 100 == 0)
                Alive = Math.Max(Alive, GC.GetTotalMemory(forceFullCollection: true));
            return inner.Read(buffer, offset, count);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
