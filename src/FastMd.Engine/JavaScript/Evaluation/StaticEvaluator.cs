using System.Globalization;
using System.Text;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Evaluation;

/// <summary>
/// Evaluates code whose value is known without running it: literals, templates, arrays and objects of such, sums of texts, and constants. Values are
/// <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, null (also for <c>undefined</c>), <see cref="IReadOnlyList{T}"/> and
/// <see cref="IReadOnlyDictionary{TKey,TValue}"/>.
/// </summary>
/// <param name="constants">Values of names.</param>
internal sealed class StaticEvaluator(IReadOnlyDictionary<string, object?> constants)
{
    // Deeper literals are data that nobody writes into a document.
    private const int DeepestNesting = 64;

    private readonly Dictionary<string, object?> _declared = new(StringComparer.Ordinal);

    /// <summary>Takes in the constants that a declaration of literals declares: <c>const a = 1, b = "c";</c></summary>
    public void Declare(CodeFragment declaration)
    {
        var tokens = Tokens(declaration);
        Try(() =>
        {
            tokens.Expect(TokenKind.Const);
            do
            {
                var name = tokens.Value;
                tokens.Expect(TokenKind.Name);
                tokens.Expect(TokenKind.Assign);
                _declared[name] = Sum(tokens, 0);
            }
            while (tokens.Eat(TokenKind.Comma));
            return true;
        });
    }

    /// <summary>Evaluates an expression.</summary>
    /// <returns>False where its value is known at run time only.</returns>
    public bool TryEvaluate(CodeFragment code, out object? value)
    {
        ArgumentNullException.ThrowIfNull(code);
        object? result = null;
        var isKnown = false;
        if (code.Elements.Count == 0)
        {
            var tokens = Tokens(code);
            isKnown = Try(() =>
            {
                result = Sum(tokens, 0);
                return tokens.Kind == TokenKind.End;
            });
        }

        value = isKnown ? result : null;
        return isKnown;
    }

    /// <summary>The text that a value becomes as a child of an element; null where it is none, as with objects.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null or bool => "",
        string text => text,
        double number => NumberText(number),
        long number => number.ToString(CultureInfo.InvariantCulture),
        IReadOnlyList<object?> items => items.Select(TextOf).ToArray() is var texts && texts.Contains(null) ? null : string.Concat(texts),
        _ => null,
    };

    /// <summary>How JavaScript writes a number; null where it writes it with an exponent.</summary>
    public static string? NumberText(double number)
        => number.ToString(CultureInfo.InvariantCulture) is var text && !text.Contains('E', StringComparison.Ordinal) ? text : null;

    private static Tokenizer Tokens(CodeFragment code)
    {
        var tokens = new Tokenizer(code.Text, code.Start, code.End);
        tokens.Next();
        return tokens;
    }

    private static bool Try(Func<bool> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (Exception unknown) when (unknown is UnknownValueException or SyntaxErrorException)
        {
            // The code is valid, but what reads it here knows the simplest part of the language only.
            return false;
        }
    }

    private object? Sum(Tokenizer tokens, int depth)
    {
        var value = Unary(tokens, depth);
        while (tokens.Kind == TokenKind.PlusMinus && IsText(tokens, "+"))
        {
            tokens.Next();
            var other = Unary(tokens, depth);
            value = value is string || other is string ? Concatenated(value) + Concatenated(other) : throw new UnknownValueException();
        }

        return value;
    }

    private object? Unary(Tokenizer tokens, int depth)
    {
        if (tokens.Kind == TokenKind.PlusMinus && IsText(tokens, "-"))
        {
            tokens.Next();
            return Primary(tokens, depth) is double number ? -number : throw new UnknownValueException();
        }

        return Primary(tokens, depth);
    }

    private object? Primary(Tokenizer tokens, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new UnknownValueException();
        }

        object? value;
        switch (tokens.Kind)
        {
            case TokenKind.String:
                value = tokens.Value;
                tokens.Next();
                break;
            case TokenKind.Number:
                value = Number(tokens);
                tokens.Next();
                break;
            case TokenKind.True or TokenKind.False:
                value = tokens.Kind == TokenKind.True;
                tokens.Next();
                break;
            case TokenKind.Null:
                value = null;
                tokens.Next();
                break;
            case TokenKind.BackQuote:
                value = Template(tokens, depth);
                break;
            case TokenKind.BracketOpen:
                value = Array(tokens, depth + 1);
                break;
            case TokenKind.BraceOpen:
                value = Object(tokens, depth + 1);
                break;
            case TokenKind.ParenOpen:
                tokens.Next();
                value = Sum(tokens, depth + 1);
                tokens.Expect(TokenKind.ParenClose);
                break;
            case TokenKind.Name:
                var name = tokens.Value;
                tokens.Next();
                value = tokens.Kind == TokenKind.ParenOpen ? Call(tokens, name, depth) : Constant(name);
                break;
            default:
                throw new UnknownValueException();
        }

        return Members(tokens, value, depth);
    }

    private object? Members(Tokenizer tokens, object? value, int depth)
    {
        while (tokens.Kind is TokenKind.Dot or TokenKind.BracketOpen)
        {
            object? key;
            if (tokens.Eat(TokenKind.Dot))
            {
                key = tokens.Kind.IsKeyword() ? tokens.Text[tokens.Start..tokens.End] : tokens.Value;
                tokens.NextAfterName();
            }
            else
            {
                tokens.Next();
                key = Sum(tokens, depth + 1);
                tokens.Expect(TokenKind.BracketClose);
            }

            value = (value, key) switch
            {
                (IReadOnlyDictionary<string, object?> table, string name) when table.TryGetValue(name, out var member) => member,
                (IReadOnlyList<object?> list, double index) when index >= 0 && index < list.Count && index == (int)index => list[(int)index],
                _ => throw new UnknownValueException(),
            };
        }

        return value;
    }

    /// <summary>The functions that name a file, in Docusaurus and in CommonJS: their value is the file's address.</summary>
    private object? Call(Tokenizer tokens, string name, int depth)
    {
        tokens.Next();
        var path = Sum(tokens, depth + 1) as string ?? throw new UnknownValueException();
        tokens.Expect(TokenKind.ParenClose);
        return (name, tokens.Kind) switch
        {
            ("useBaseUrl", _) => path,
            ("require", TokenKind.Dot) => new Dictionary<string, object?>(StringComparer.Ordinal) { ["default"] = path },
            ("require", _) => path,
            _ => throw new UnknownValueException(),
        };
    }

    private object? Constant(string name)
        => name == "undefined" ? null
            : _declared.TryGetValue(name, out var value) || constants.TryGetValue(name, out value) ? value
            : throw new UnknownValueException();

    private static double Number(Tokenizer tokens)
        => double.TryParse(tokens.Text.AsSpan(tokens.Start, tokens.End - tokens.Start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UnknownValueException();

    private string Template(Tokenizer tokens, int depth)
    {
        var value = new StringBuilder();
        var start = tokens.End;
        while (tokens.ReadTemplateCharacters(isTagged: false))
        {
            AppendCooked(value, tokens, start, tokens.ReadTo - "${".Length);
            tokens.NextInTemplate();
            value.Append(Concatenated(Sum(tokens, depth + 1)));
            if (tokens.Kind != TokenKind.BraceClose)
            {
                throw new UnknownValueException();
            }

            start = tokens.End;
        }

        AppendCooked(value, tokens, start, tokens.ReadTo);
        tokens.NextAfterTemplate();
        return value.ToString();
    }

    private static void AppendCooked(StringBuilder value, Tokenizer tokens, int start, int end)
    {
        var source = new SourceCursor(tokens.Text, start, end);
        while (!source.IsAtEnd)
        {
            if (source.Peek() == '\\')
            {
                EscapeSequences.Read(source, value, start);
                continue;
            }

            // A template's line ends are line feeds.
            if (source.Peek() != '\r')
            {
                value.Append(source.Peek());
            }
            else if (source.Peek(1) != '\n')
            {
                value.Append('\n');
            }

            source.Position++;
        }
    }

    private List<object?> Array(Tokenizer tokens, int depth)
    {
        tokens.Next();
        var items = new List<object?>();
        while (!tokens.Eat(TokenKind.BracketClose))
        {
            items.Add(Sum(tokens, depth));
            if (tokens.Kind != TokenKind.BracketClose)
            {
                tokens.Expect(TokenKind.Comma);
            }
        }

        return items;
    }

    private Dictionary<string, object?> Object(Tokenizer tokens, int depth)
    {
        tokens.Next();
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!tokens.Eat(TokenKind.BraceClose))
        {
            var key = tokens.Kind is TokenKind.Name or TokenKind.String ? tokens.Value
                : tokens.Kind.IsKeyword() ? tokens.Text[tokens.Start..tokens.End]
                : tokens.Kind == TokenKind.Number ? NumberText(Number(tokens))
                : null;
            if (key is null)
            {
                throw new UnknownValueException();
            }

            tokens.NextAfterName();
            tokens.Expect(TokenKind.Colon);
            members[key] = Sum(tokens, depth);
            if (tokens.Kind != TokenKind.BraceClose)
            {
                tokens.Expect(TokenKind.Comma);
            }
        }

        return members;
    }

    private static string Concatenated(object? value) => value switch
    {
        string text => text,
        double number => NumberText(number) ?? throw new UnknownValueException(),
        bool truth => truth ? "true" : "false",
        _ => throw new UnknownValueException(),
    };

    private static bool IsText(Tokenizer tokens, string text) => tokens.Text.AsSpan(tokens.Start, tokens.End - tokens.Start).SequenceEqual(text);

    /// <summary>A value is known at run time only.</summary>
    private sealed class UnknownValueException : Exception;
}
