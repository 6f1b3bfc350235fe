namespace FastMd.Engine.JavaScript;

/// <summary>Why code was refused.</summary>
/// <param name="Offset">Where, as an offset into the text that was scanned.</param>
/// <param name="Message">What is wrong, as a sentence without a full stop.</param>
/// <param name="Rule">A short, stable name of the rule broken: see <see cref="ScriptRules"/>.</param>
internal sealed record ScriptError(int Offset, string Message, string Rule);
