namespace NetworkHealth.Features.Home;

/// <summary>The words of a <see cref="RatingStage"/>, and the step that comes next.</summary>
internal static class RatingStageWords
{
    public static string Words(RatingStage stage) => stage switch
    {
        RatingStage.NotBegun => "not begun",
        RatingStage.Begun => "draft begun",
        RatingStage.OpenedAgain => "submitted, opened again",
        _ => "submitted",
    };

    /// <summary>“Begin the 2026 rating”.</summary>
    public static string Step(OpenRating rating) => $"{(rating.Stage == RatingStage.NotBegun ? "Begin" : "Go on with")} the {rating.Cycle} rating";
}
