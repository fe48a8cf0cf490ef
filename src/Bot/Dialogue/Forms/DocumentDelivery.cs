using LegalService.Bot.Activities;
using LegalService.Bot.Channels.DirectLine;
using LegalService.Bot.Dialogue.Texts;
using LegalService.Casework.Conversations;
using LegalService.Casework.Papers;
using LegalService.Interviews.Documents;

namespace LegalService.Bot.Dialogue.Forms;

/// <summary>Gives the citizen a document that he said yes to: as a file where the channel opens one, else to copy; and what to know before signing. Thread safe.</summary>
internal sealed class DocumentDelivery(DocumentCatalog documents, DialogTexts texts, ConversationFiles files, ChannelTraits channels, ConversationFileLinks links)
{
    public async Task<FormReply> DeliverAsync(FormTurn turn, DocumentDefinition definition, CancellationToken cancellation)
    {
        var (form, activity) = (turn.Form, turn.Turn.Context.Activity);
        var filled = DocumentForm.Fill(definition, form.State.Answers, form.Today);
        var said = DialogActivity.Of(Words(filled), new { kind = "document", service = filled.Name });
        var delivered = await AttachAsync(said, activity, filled, cancellation);
        if (definition.Review is null)
            return FormReply.End(form, delivered);
        var offered = form.With(form.State with { Stage = FormStage.Offering });
        return new(DialogStepKind.Waits, offered, [delivered, DialogActivity.Choice(texts.Say(Line.PaperReview), texts.Button(Press.AskClerk), texts.Button(Press.NoClerk))]) { AsksOn = false };
    }

    private string Words(FilledDocument filled) => DialogActivity.Lines(
    [
        texts.Say(Line.PaperDone, ("service", filled.Name)),
        filled.Blanks.Count == 0 ? null : texts.Say(Line.PaperBlanks, ("labels", string.Join('、', filled.Blanks))),
        .. filled.Attach.Count == 0 ? [] : filled.Attach.Select(Bullet).Prepend(texts.Say(Line.PaperAttach)),
        texts.Say(Line.PaperHandIn, ("text", filled.HandIn)),
        .. filled.Hints.Count == 0 ? [] : filled.Hints.Select(Bullet).Prepend(texts.Say(Line.PaperHints)),
        documents.Settings.Caveat,
    ]);

    private static string Bullet(DocumentHint hint) => hint.Basis.Count == 0 ? "· " + hint.Text : $"· {hint.Text}（{string.Join('、', hint.Basis)}）";

    /// <summary>The file goes with the conversation, sealed. Where nothing can be opened the document itself is said, to be copied.</summary>
    private async Task<Activity> AttachAsync(Activity said, Activity asked, FilledDocument filled, CancellationToken cancellation)
    {
        var opens = ChannelTraits.TakesFiles(asked.ChannelId) || channels.Page.Length > 0;
        if (!opens)
            return Copied(said, filled);
        var content = PaperDocument.Write(filled.Name, filled.Lines);
        var kept = await files.KeepAsync(new KeptFile(asked.Conversation!.Id!, PaperDocument.MediaType, content), cancellation);
        if (!kept.Succeeded)
            return Copied(said, filled);
        var attachment = ConversationFileLinks.Attached(asked.Conversation.Id!, kept.Value, PaperDocument.MediaType, $"{filled.Name}.docx");
        return ChannelTraits.TakesFiles(asked.ChannelId)
            ? said with { Attachments = [attachment] }
            : said with { SuggestedActions = new SuggestedActions([CardAction.Open(texts.Say(Line.PaperOpen), links.Opened(attachment, asked.Conversation.Id!).ContentUrl!)]) };
    }

    private static Activity Copied(Activity said, FilledDocument filled) =>
        said with { Text = DialogActivity.Lines([said.Text, "", .. filled.Lines.Select(line => string.Join('　', line.Cells.Select(cell => cell.Text)))]) };
}
