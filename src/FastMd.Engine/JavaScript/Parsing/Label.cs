namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What <c>break</c> and <c>continue</c> can lead to.</summary>
/// <param name="Name">Its name; null of a loop or switch by itself.</param>
/// <param name="IsLoop">Whether <c>continue</c> can lead to it.</param>
/// <param name="IsSwitch">Whether it is a switch.</param>
/// <param name="StatementStart">Where the statement it stands before begins.</param>
internal sealed record Label(string? Name, bool IsLoop, bool IsSwitch = false, int StatementStart = -1);
