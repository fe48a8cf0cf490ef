using System.Globalization;
using LegalService.Contracts;
using LegalService.Interviews.Calculators;
using LegalService.Interviews.Definitions;
using LegalService.Interviews.Documents;
using LegalService.Interviews.Papers;
using LegalService.Kiosk.Devices.Printing;
using LegalService.Kiosk.Devices.Scanning;
using Microsoft.Extensions.Localization;

namespace LegalService.Kiosk.Screens.Printing;

/// <summary>The slips that citizens take home. None of them says more about a person than the number of the matter.</summary>
internal sealed class Slips(IStringLocalizer texts)
{
    /// <summary>What to bring and where to go.</summary>
    public Paper Guide(ServiceDefinition service)
    {
        var guide = service.Guide;
        return Of(
            service.Name,
            [
                .. Part("kiosk.guide.materials", guide.Materials.Select(material => material.Name)),
                .. Part("kiosk.guide.steps", guide.Steps),
                .. Part("kiosk.guide.fee", [guide.Fee]),
                .. Part("kiosk.guide.timeLimit", [guide.TimeLimit]),
                .. Part("kiosk.guide.where", [guide.Where]),
                texts["kiosk.help"],
            ]);
    }

    /// <summary>An answer with its articles.</summary>
    public Paper Answer(string question, AnswerResponse answer) => Of(
        texts["kiosk.slip.answer"],
        [
            texts["kiosk.slip.question", question],
            .. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            .. Part("kiosk.answer.basis", answer.Citations.Select(citation => $"《{citation.Law}》{citation.Article}")),
            texts["kiosk.help"],
        ]);

    /// <summary>A request that the centre has: number, code and what happens by when.</summary>
    public Paper Received(string service, SubmissionResponse request) => new(new Slip(
        texts["kiosk.slip.received", service],
        [new(texts["kiosk.receipt.number"], request.Number, Large: true), new(texts["kiosk.receipt.code"], request.Code, Large: true)],
        [.. request.Deadlines.Where(deadline => deadline.Due is not null).Select(Line), texts["kiosk.receipt.keep"], texts["kiosk.help"]],
        new SlipCode(request.Number, request.Code).ToString(),
        texts["kiosk.receipt.qr"]));

    /// <summary>Something that waits here for the line.</summary>
    public Paper Kept(string title, string slip) => new(new Slip(
        title, [new(texts["kiosk.receipt.slip"], slip, Large: true)], [texts["kiosk.receipt.kept"], texts["kiosk.help"]]));

    /// <summary>An appointment.</summary>
    public Paper Booked(string service, AppointmentResponse appointment, PlaceResponse? place) => new(new Slip(
        texts["kiosk.slip.booked", service],
        [
            new(texts["kiosk.booking.when"], Moment(appointment.Start), Large: true),
            new(texts["kiosk.booking.place"], place is null ? appointment.Office : $"{place.Name} {place.Address}"),
            new(texts["kiosk.receipt.number"], appointment.Number),
            new(texts["kiosk.receipt.code"], appointment.Code, Large: true),
        ],
        [texts["kiosk.booking.keep"], texts["kiosk.help"]],
        new SlipCode(appointment.Number, appointment.Code).ToString(),
        texts["kiosk.receipt.qr"]));

    /// <summary>How far a matter is.</summary>
    public Paper Matter(LookupResponse matter) => new(new Slip(
        texts["kiosk.slip.matter", matter.ServiceName],
        [new(texts["kiosk.receipt.number"], matter.Number)],
        [matter.StateText, .. matter.Asked.Select(item => $"{texts["kiosk.matter.asked"]}{item.Text}"), .. matter.History.Select(item => $"{Moment(item.At)} {item.Text}"), texts["kiosk.help"]]));

    /// <summary>Where an office is.</summary>
    public Paper Place(PlaceResponse place) => Of(
        place.Name,
        [place.Address, .. place.Phone is { } phone ? [texts["kiosk.places.phone", phone].Value] : Array.Empty<string>(), .. place.Hours]);

    /// <summary>A result with its steps.</summary>
    public static Paper Calculated(CalculatorDefinition calculator, Calculation calculation) => Of(
        calculator.Name,
        [
            .. calculation.Lines.Select(line => $"{line.Label}：{line.Working} {string.Join('、', line.Basis)}"),
            calculation.Result ?? "",
            .. calculation.Notes,
            calculator.Caveat,
        ]);

    /// <summary>A document that its citizen signs; what he did not say is left to his pen.</summary>
    public static Paper Document(FilledDocument document) => Of(document.Name, [.. document.Lines.Where(line => line.Kind != PaperLineKind.Title)
        .Select(line => string.Join('　', line.Cells.Select(cell => cell.Text)))]);

    /// <summary>2026年12月3日 星期四 09:00, in Beijing.</summary>
    public static string Moment(DateTimeOffset moment) => Shell.KioskScreen.InBeijing(moment).ToString("yyyy年M月d日 dddd HH:mm", Chinese);

    /// <summary>For days and weekdays.</summary>
    internal static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static Paper Of(string title, IReadOnlyList<string> lines) => new(new Slip(title, [], lines));

    private string Line(DeadlineResponse deadline) => texts["kiosk.receipt.deadline", deadline.Name, Moment(deadline.Due!.Value), deadline.Basis];

    private IEnumerable<string> Part(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [texts[title] + "：", .. all];
    }
}
