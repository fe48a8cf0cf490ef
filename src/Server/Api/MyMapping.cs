using LegalService.Casework.Feedback;
using LegalService.Casework.Matters;
using LegalService.Contracts;

namespace LegalService.Server.Api;

/// <summary>From what belongs to a phone to the records of the API.</summary>
internal static class MyMapping
{
    private static readonly string[] Rate = ["rate"];

    public static MyRequestResponse ToResponse(this Matter matter)
    {
        var shown = matter.Status.ToResponse();
        return new(
            shown.Number,
            matter.IsTold ? shown.Service : null,
            matter.IsTold ? shown.ServiceName : null,
            matter.Name,
            shown.State,
            shown.StateText,
            shown.Asked,
            shown.Deadlines,
            [.. shown.Can.Where(act => act == "supplement").Concat(matter.MayRate ? Rate : [])],
            matter.Rating?.ToResponse());
    }

    public static MyRatingResponse ToResponse(this GivenRating rating) => new(rating.Value, rating.At, rating.ReplyDue, rating.Reply);

    public static MyAppointmentResponse ToResponse(this OwnAppointmentLine line) => new(
        line.View.Id.ToString("N"),
        line.View.Number,
        line.IsTold ? line.View.Service : null,
        line.IsTold ? line.ServiceName : null,
        line.View.Start,
        line.View.End,
        line.IsTold ? line.View.Office : null,
        line.View.Way.Name(),
        line.View.State.Name());
}
