using LegalService.Interviews.Calculators.Findings;
using LegalService.Interviews.Calculators.Values;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Reading;

namespace LegalService.Interviews.Calculators;

/// <summary>The calculators: each a file with its questions and a formula. Immutable; safe for any number of threads.</summary>
public sealed class CalculatorCatalog
{
    private const string ValuesFile = "values.yaml";

    private readonly Dictionary<string, Calculator> _byId;

    private CalculatorCatalog(IReadOnlyList<Calculator> calculators)
    {
        Calculators = calculators;
        _byId = calculators.ToDictionary(calculator => calculator.Definition.Id, StringComparer.Ordinal);
    }

    /// <summary>No calculators.</summary>
    public static CalculatorCatalog Empty { get; } = new([]);

    /// <summary>All calculators, by id.</summary>
    public IReadOnlyList<Calculator> Calculators { get; }

    /// <summary>The calculator with this id, or null.</summary>
    public Calculator? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads <c>corpus/calculators</c>.</summary>
    /// <param name="folder">One file for each calculator, and <c>values.yaml</c>.</param>
    /// <param name="workdays">Working days, for last days that fall on a day off.</param>
    /// <exception cref="ServiceDefinitionException">Files have mistakes, ask for what no formula takes, or lack what one needs; all mistakes are in it.</exception>
    public static CalculatorCatalog Load(string folder, IWorkdays workdays)
    {
        var problems = new List<DefinitionProblem>();
        if (!Directory.Exists(folder))
            throw new ServiceDefinitionException([new("calculators", 0, "service.noFolder", $"没有这个文件夹：{folder}")]);
        var values = DatedValuesReader.Read($"calculators/{ValuesFile}", CorpusText.Read(folder, $"calculators/{ValuesFile}", problems), problems);
        var formulas = Formulas.FormulaList.All(workdays).ToDictionary(formula => formula.Id, StringComparer.Ordinal);
        var calculators = new List<Calculator>();
        foreach (var path in Directory.GetFiles(folder, "*.yaml").Where(path => Path.GetFileName(path) != ValuesFile).Order(StringComparer.Ordinal))
        {
            var file = $"calculators/{Path.GetFileName(path)}";
            if (CalculatorReader.Read(file, CorpusText.Read(folder, file, problems), problems) is not { } definition)
                continue;
            if (definition.Findings.Count > 0)
                calculators.Add(new(definition, new FindingsFormula(definition.Id, definition.Findings, workdays), values));
            else if (!formulas.Remove(definition.Id, out var formula))
                problems.Add(new(file, 1, "calculator.noFormula", $"没有“{definition.Id}”这个算法，也没有写 findings"));
            else if (formula.Needs.Where(need => definition.Interview.Field(need) is null).ToList() is { Count: > 0 } missing)
                problems.Add(new(file, 1, "calculator.field", $"算法要用的问题没有问：{string.Join("、", missing)}"));
            else
                calculators.Add(new(definition, formula, values));
        }

        problems.AddRange(formulas.Keys.Select(id => new DefinitionProblem($"calculators/{id}.yaml", 0, "calculator.noFile", "有算法，没有这个文件")));
        return problems.Count == 0 ? new(calculators) : throw new ServiceDefinitionException(problems);
    }

    /// <summary>Findings may lead only to services that there are.</summary>
    /// <exception cref="ServiceDefinitionException">One leads elsewhere.</exception>
    internal void ThrowIfItNamesOthersThan(ServiceCatalog services)
    {
        var problems = from calculator in Calculators
                       from finding in calculator.Definition.Findings
                       from service in finding.Services
                       where services.Find(service) is null
                       select new DefinitionProblem($"calculators/{calculator.Definition.Id}.yaml", 0, "calculator.service", $"{finding.Id}：没有“{service}”这项服务");
        if (problems.ToList() is { Count: > 0 } wrong)
            throw new ServiceDefinitionException(wrong);
    }
}
