using LegalService.Interviews.Definitions;
using LegalService.Interviews.Fields;
using LegalService.Interviews.Reading;
using LegalService.Interviews.Walking;

namespace LegalService.Interviews.Documents;

/// <summary>The documents that citizens can have written. Immutable; safe for any number of threads.</summary>
public sealed class DocumentCatalog
{
    private const string SettingsFile = "settings.yaml";

    private readonly Dictionary<string, DocumentDefinition> _byId;

    private readonly ServiceDefinition? _reviewing;

    private DocumentCatalog(DocumentSettings settings, IReadOnlyList<DocumentDefinition> documents, ServiceDefinition? reviewing)
    {
        Settings = settings;
        _reviewing = reviewing;
        Documents = documents;
        _byId = documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
    }

    /// <summary>No documents.</summary>
    public static DocumentCatalog Empty { get; } = new(new("", ""), [], null);

    /// <summary>What all have in common.</summary>
    public DocumentSettings Settings { get; }

    /// <summary>All documents, by id.</summary>
    public IReadOnlyList<DocumentDefinition> Documents { get; }

    /// <summary>The document with this id, or null.</summary>
    public DocumentDefinition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads <c>corpus/forms</c>.</summary>
    /// <param name="folder">One file for each document, and <c>settings.yaml</c>.</param>
    /// <param name="services">Among them the one whose clerks look at documents.</param>
    /// <exception cref="ServiceDefinitionException">Files have mistakes; all of them are in it.</exception>
    public static DocumentCatalog Load(string folder, ServiceCatalog services)
    {
        var problems = new List<DefinitionProblem>();
        if (!Directory.Exists(folder))
            throw new ServiceDefinitionException([new("forms", 0, "service.noFolder", $"没有这个文件夹：{folder}")]);
        var settings = DocumentReader.Settings($"forms/{SettingsFile}", CorpusText.Read(folder, $"forms/{SettingsFile}", problems), services, problems);
        var reviewing = settings is null ? null : services.Find(settings.ReviewService);
        IReadOnlyList<string> kinds = [.. reviewing?.FieldOf(FieldRole.Matter)?.Options.Select(option => option.Value) ?? []];
        List<DocumentDefinition> documents =
        [
            .. Directory.GetFiles(folder, "*.yaml").Select(path => Path.GetFileName(path)).Where(name => name != SettingsFile).Order(StringComparer.Ordinal)
                .Select(name => DocumentReader.Read($"forms/{name}", CorpusText.Read(folder, $"forms/{name}", problems), kinds, problems)).OfType<DocumentDefinition>(),
        ];
        return problems.Count == 0 ? new(settings!, documents, reviewing) : throw new ServiceDefinitionException(problems);
    }

    /// <summary>
    /// How to have a clerk look at a document: the service, and what its interview need not ask again, because the document has it under the same role or
    /// the same id. Null when clerks do not look at this kind.
    /// </summary>
    /// <param name="document">Which document.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="today">The day in Beijing.</param>
    public DocumentReview? ReviewOf(DocumentDefinition document, Answers answers, DateOnly today)
    {
        if (document.Review is not { } kind || _reviewing is not { } service)
            return null;
        var sent = Interview.Sent(document, answers, today);
        var begun = Answers.Empty.With(service.FieldOf(FieldRole.Matter)!.Id, AnswerJson.Of(kind));
        foreach (var field in service.Interview.Fields.Where(field => begun.Get(field.Id) is null))
        {
            if (document.Interview.Fields.FirstOrDefault(each => each.Role == field.Role && (field.Role is not null || each.Id == field.Id)) is { } same && sent.Get(same.Id) is { } answer)
                begun = begun.With(field.Id, answer);
        }

        // What that service asks otherwise (another part of an address, more characters) is asked there.
        return new(service, Interview.Sent(service, begun, today));
    }
}

/// <summary>Where having a document looked at begins.</summary>
/// <param name="Service">The service whose clerks look at it.</param>
/// <param name="Answers">What its interview need not ask again.</param>
public sealed record DocumentReview(ServiceDefinition Service, Answers Answers);

/// <summary>What all documents have in common.</summary>
/// <param name="Caveat">Said with every document.</param>
/// <param name="ReviewService">Id of the service whose clerks look at documents.</param>
public sealed record DocumentSettings(string Caveat, string ReviewService);
