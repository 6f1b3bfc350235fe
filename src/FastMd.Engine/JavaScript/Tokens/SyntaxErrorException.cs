namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Code was refused. Never leaves the scanners.</summary>
/// <param name="offset">Where, as an offset into the text.</param>
/// <param name="message">What is wrong.</param>
/// <param name="atEnd">Whether the text had been read to its end, so that more of it could help.</param>
internal sealed class SyntaxErrorException(int offset, string message, bool atEnd) : Exception(message)
{
    public int Offset => offset;

    public bool AtEnd => atEnd;
}
