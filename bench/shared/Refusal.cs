namespace FastMd.Bench;

/// <summary>The comparison cannot go on; the message says what to do.</summary>
internal sealed class Refusal(string message) : Exception(message);
