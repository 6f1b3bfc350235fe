using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;
using FastMd.Engine.Markdown;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads one tag. What begins like a tag must be one: anything else refuses the document.</summary>
/// <param name="text">The text the tag stands in.</param>
/// <param name="position">Where its first character stands.</param>
/// <param name="end">The offset the tag must not reach past.</param>
/// <param name="isWhole">Whether nothing follows that offset; if something may, a tag that does not end before it is incomplete.</param>
/// <param name="place">Where the text stands in the document.</param>
internal ref struct JsxTagReader(string text, int position, int end, bool isWhole, TextPlace place)
{
    private const int AtEnd = -1;
    private const string NameStart = "a letter, '$' or '_'";
    private const string InTag = "an attribute, white space or the end of the tag";

    private readonly int _start = position;
    private bool _isIncomplete;
    private List<JsxAttribute>? _attributes;
    private int _misplaced = -1;
    private bool _isMisplacedSlash;
    private bool _isClosing;
    private int _slash;

    /// <summary>The offset after the tag.</summary>
    public int Position { get; private set; } = position;

    private readonly int Current => Position < end ? Identifiers.CodePointAt(text, Position, end) : AtEnd;

    /// <summary>Reads it.</summary>
    /// <returns>How that ended; <see cref="ScanStatus.Invalid"/> stands for a text that is no tag and need not be one.</returns>
    /// <exception cref="DocumentException">It is no tag and must be one.</exception>
    public ScanStatus Read(out JsxTag? tag)
    {
        tag = null;
        Position++;
        if (Position < end && text[Position] is ' ' or '\t' or '\r' or '\n')
        {
            return ScanStatus.Invalid;
        }

        SkipSpace();
        if (Current == '/')
        {
            _isClosing = true;
            _slash = Position++;
            SkipSpace();
        }

        JsxName? name = null;
        var isSelfClosing = false;
        if (Current != '>')
        {
            name = ReadName();
            isSelfClosing = !_isIncomplete && ReadAttributes();
        }

        if (_isIncomplete)
        {
            return ScanStatus.Incomplete;
        }

        Position++;
        tag = new()
        {
            Name = name,
            Attributes = (IReadOnlyList<JsxAttribute>?)_attributes ?? [],
            IsClosing = _isClosing,
            IsSelfClosing = isSelfClosing,
            Start = place.Of(_start),
            End = place.Of(Position - 1) + 1,
            ClosingSlash = _isClosing ? place.Of(_slash) : 0,
            Misplaced = _isClosing && _misplaced >= 0 ? place.Of(_misplaced) : -1,
            IsMisplacedSlash = _isMisplacedSlash,
        };
        return ScanStatus.Complete;
    }

    private static bool IsSpace(int character) => character is > 0 and <= char.MaxValue && JavaScriptSpace.Contains((char)character);

    private static bool IsStart(int character) => character >= 0 && Identifiers.IsStart(character);

    private static bool IsPart(int character) => character == '-' || (character >= 0 && Identifiers.IsPart(character));

    private JsxName? ReadName()
    {
        var start = Position;
        if (!ReadWord("before the name", NameStart, ".:/>{"))
        {
            return null;
        }

        var parts = text.AsSpan(start, Position - start);
        SkipSpace();
        if (Current is not ('.' or ':'))
        {
            ExpectInTag("after the name");
            return JsxName.Parse(parts.ToString());
        }

        var name = new StringBuilder().Append(parts);
        var separator = (char)Current;
        do
        {
            Position++;
            SkipSpace();
            start = Position;
            if (!ReadWord("before the rest of the name", NameStart, separator == '.' ? "./>{" : "/>{"))
            {
                return null;
            }

            name.Append(separator).Append(text, start, Position - start);
            SkipSpace();
        }
        while (separator == '.' && Current == '.');

        ExpectInTag("after the name");
        return JsxName.Parse(name.ToString());
    }

    /// <summary>Reads what stands between the name and the end. True where a slash stands before the end.</summary>
    private bool ReadAttributes()
    {
        while (!_isIncomplete)
        {
            SkipSpace();
            switch (Current)
            {
                case '>':
                    return false;
                case '/':
                    Misplace(isSlash: true);
                    Position++;
                    SkipSpace();
                    return Current == '>' || Fail("after the slash that ends a tag", "'>'");
                case '{':
                    Misplace(isSlash: false);
                    Add(new(null) { Code = ReadExpression(BraceUse.Spread)?.Code });
                    break;
                default:
                    ReadAttribute();
                    break;
            }
        }

        return false;
    }

    private void ReadAttribute()
    {
        Misplace(isSlash: false);
        var start = Position;
        if (!ReadWord("before an attribute's name", $"{NameStart}, white space or the end of the tag", ":=/>{"))
        {
            return;
        }

        var name = text[start..Position];
        SkipSpace();
        if (Current == ':')
        {
            Position++;
            SkipSpace();
            start = Position;
            if (!ReadWord("before the rest of an attribute's name", NameStart, "=/>{"))
            {
                return;
            }

            name = $"{name}:{text.AsSpan(start, Position - start)}";
            SkipSpace();
        }

        if (Current == '=')
        {
            Position++;
            SkipSpace();
            ReadValue(name);
        }
        else if (ExpectInTag("after an attribute's name"))
        {
            Add(new(name));
        }
    }

    private void ReadValue(string name)
    {
        switch (Current)
        {
            case '"' or '\'':
                if (ReadQuoted() is { } value)
                {
                    Add(new(name) { Text = value });
                }

                break;
            case '{':
                Add(new(name) { Code = ReadExpression(BraceUse.AttributeValue)?.Code });
                break;
            default:
                Fail("before an attribute's value", "'\"', ''' or '{'" + (Current == '<' ? "; an element as a value is written {<element />}" : ""));
                break;
        }
    }

    /// <summary>Reads quoted text. Space at the beginning of its later lines is no part of it.</summary>
    private string? ReadQuoted()
    {
        var quote = text[Position++];
        var length = text.AsSpan(Position, end - Position).IndexOf(quote);
        if (length < 0)
        {
            Position = end;
            Fail("in an attribute's value", $"the quotation mark {quote} that ends it");
            return null;
        }

        var raw = text.AsSpan(Position, length);
        Position += length + 1;
        return JsxCharacterReferences.Decode(raw.ContainsAny('\r', '\n') ? WithoutIndent(raw) : raw.ToString());
    }

    private static string WithoutIndent(ReadOnlySpan<char> raw)
    {
        var value = new StringBuilder(raw.Length);
        while (true)
        {
            var end = raw.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return value.Append(raw).ToString();
            }

            end += raw[end..].StartsWith("\r\n") ? 2 : 1;
            value.Append(raw[..end]);
            raw = raw[end..].TrimStart(" \t");
        }
    }

    private ExpressionScan? ReadExpression(BraceUse use)
    {
        var open = Position;
        var scan = place.Scan(text, open + 1, end, use);
        if (!isWhole && (scan.Status == ScanStatus.Incomplete || scan.Error?.Rule is ScriptRules.UnexpectedEnd or ScriptRules.Syntax))
        {
            _isIncomplete = true;
            return null;
        }

        if (scan.Status != ScanStatus.Complete)
        {
            throw Rejection.Script(place.Source, place.Of(scan.Error!.Offset), scan.Error);
        }

        Position = scan.End + 1;
        return scan;
    }

    /// <summary>Reads a part of a name, up to white space or one of some characters.</summary>
    private bool ReadWord(string before, string expected, string ends)
    {
        if (!IsStart(Current))
        {
            var hint = (Current, _isClosing) switch
            {
                ('!', false) => "; a comment is written {/* text */}",
                ('*' or '/', true) => "; comments are not possible in tags",
                _ => "",
            };
            return Fail(before, expected + hint);
        }

        do
        {
            Position += Current > char.MaxValue ? 2 : 1;
        }
        while (IsPart(Current));

        return IsSpace(Current) || (Current is > 0 and < 128 && ends.Contains((char)Current, StringComparison.Ordinal))
            || Fail("in a name", $"more of the name, {InTag}" + (Current == '@' ? "; a link is written [text](address)" : ""));
    }

    private bool ExpectInTag(string where) => _isIncomplete || Current is '/' or '>' or '{' || IsStart(Current) || Fail(where, InTag);

    private void Add(JsxAttribute attribute)
    {
        if (!_isIncomplete)
        {
            (_attributes ??= []).Add(attribute);
        }
    }

    private void Misplace(bool isSlash)
    {
        if (_misplaced < 0)
        {
            _misplaced = Position;
            _isMisplacedSlash = isSlash;
        }
    }

    private void SkipSpace()
    {
        while (IsSpace(Current))
        {
            Position++;
        }
    }

    /// <summary>Records that more text is needed, or refuses the document.</summary>
    private bool Fail(string where, string expected)
    {
        var current = Current;
        if (current == AtEnd && !isWhole)
        {
            _isIncomplete = true;
            return false;
        }

        var found = current == AtEnd ? "end of the text" : $"character '{(current is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(current))}'";
        throw Rejection.Tag(
            place.Source,
            place.Of(Position),
            $"Unexpected {found} {where} in a tag, expected {expected}",
            current == AtEnd ? MdxRules.UnexpectedEnd : MdxRules.UnexpectedCharacter);
    }
}
