using LegalService.Interviews.Calculators;
using LegalService.Kiosk.Screens.Forms;
using LegalService.Kiosk.Screens.Shell;

namespace LegalService.Kiosk.Screens.Calculators;

/// <summary>Works out what follows from the answers; nothing is sent.</summary>
internal sealed class Calculating(Calculator calculator) : IPurpose
{
    public string ReviewKey => "kiosk.review.calculate";

    public string SendKey => "kiosk.review.result";

    public Task<Ended> SendAsync(FormWalk walk) => Task.FromResult(new Ended(
        Screen.Of<CalculationScreen>(new Calculated(calculator.Definition, calculator.Run(walk.Answers, walk.Today)!))));
}

/// <summary>A result.</summary>
/// <param name="Calculator">What worked it out.</param>
/// <param name="Calculation">The result with its steps.</param>
internal sealed record Calculated(CalculatorDefinition Calculator, Calculation Calculation);
