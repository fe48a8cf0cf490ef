namespace LegalService.Bot.Dialogue.Texts;

/// <summary>What dialogs say: the keys of <c>texts</c> in <c>corpus/answers/dialogs.yaml</c>, where each stands with its place in the conversation.</summary>
internal enum Line
{
    Begun, HowToFill, Heard, Several, Optional, Suggested, File, FileElsewhere, FileTaken, FilesTaken, FileUnasked, FileFailed, Noted, Wrong, KeepHint, Editing,
    WhichField, Changed, SetAside, FirstAlready, NoHelp, AskPerson, LooksLikePhone, Stuck, Again,

    StopAsk, StopEmpty, Deleted, Later, ResumeOffer, Resumed, NothingToResume, Switched, Gone, Upgraded,

    Review, ReviewSoFar, ReviewNothing, ReviewHow, ReviewNotify, ReviewNoNotify, ReviewUnclear, NotSent, Sent, Number, Code, KeepThem, Deadlines, Deadline,
    Bring, BringLater, Follow, WillTell,

    BegunSum, BegunPaper, NothingKept, NoSum, MissingValue, Steps, SumAgain, OfferSum, OfferPaper, ToolsWhich, PapersWhich, PaperHow, PaperUnclear, PaperDone, PaperBlanks, PaperAttach, PaperHandIn,
    PaperHints, PaperOpen, PaperReview, PaperReviewBegun,

    GuideFee, GuideTime, GuidePapers, GuideWhere, GuideFor, GuideSteps, GuideHow, GuideKeep,

    BookOffer, BookLater, BookWhich, BookNeedsRequest, BookCode, BookWay, BookWayNot, BookOffice, BookAnyOffice, BookTimes, BookHowTime, BookNoDay, BookNone,
    BookTaken, BookExpired, BookName, BookPhone, BookHeld, BookSummary, BookConfirm, BookMoveConfirm, BookBooked, BookMoved, BookNumber, BookAddress,
    BookByPhone, BookByVideo, BookBring, BookChange, BookRoom, BookStopped, BookFailed, BookUnclear,

    AskNumber, MyMatters, AskNumberAgain, AskCode, AskCodeAgain, Lost, Status, StatusPaused, StatusAssignee, StatusHistory, StatusAsked, StatusReasons,
    StatusAppointment, StatusWhat, TooManyTries, SupplementHow, SupplementDone, WithdrawAsk, Withdrawn, ObjectHow, Objected, Following, Leave, Failed,
    AppointmentStatus, CancelAsk, Cancelled, ManageWhat,
}

/// <summary>What buttons say; pressing one says it. The keys of <c>buttons</c>.</summary>
internal enum Press
{
    Yes, No, Skip, Keep, Submit, Change, Later, Delete, KeepForLater, GoOn, Book, NotNow, Confirm, OtherTime, StopBooking, MoreTimes, Apply,
    Supplement, Withdraw, Object, Move, Cancel, Notify, Room, Done, Progress, Person,
    Write, AskClerk, NoClerk, Sum, Paper,
}

/// <summary>What a whole message may mean; the keys of <c>commands</c>.</summary>
internal enum Command
{
    Yes, No, Back, Later, Stop, Skip, Keep, Help, Again, Review, Submit, Change, Delete, GoOn, NoNotify, Notify, Book, Confirm, OtherTime, Earliest,
    AnyOffice, Lost, Supplement, Withdraw, Object, Move, Cancel, Room, Done, AboutMe, AskClerk, NoClerk, Sums, HowMuch, Papers,
}

/// <summary>What a message may begin; the keys of <c>starts</c>.</summary>
internal enum StartKind
{
    Service, Sum, Paper,
}

/// <summary>What words within a message tell; the keys of <c>signs</c>.</summary>
internal enum Sign
{
    Question, Unknown, Fee, Time, Papers, Where, Who, Booking, Managing, Progress,
}
