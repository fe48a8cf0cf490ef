namespace LegalService.Interviews.Calculators.Formulas;

/// <summary>Every formula there is.</summary>
internal static class FormulaList
{
    public static IReadOnlyList<IFormula> All(IWorkdays workdays) =>
    [
        new SeverancePay(), new WageClaims(), new WorkInjury(), new CourtFee(), new LastDays(workdays), new LoanInterest(), new LateEnforcement(),
        new InheritanceShares(), new PersonalInjury(),
    ];
}
