using System.Text;

namespace FastMd.Engine.Jobs.Books;

/// <summary>A command in one line of text. No shell is between: quotes keep spaces together, and nothing else has a meaning.</summary>
internal static class CommandText
{
    /// <summary>The command and its arguments; nothing of an empty text.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var arguments = new List<string>();
        var argument = new StringBuilder();
        var (quote, isOpen) = ('\0', false);
        foreach (var character in text)
        {
            if (quote != '\0' ? character == quote : character is '"' or '\'')
            {
                quote = quote == '\0' ? character : '\0';
                isOpen = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(character))
            {
                End();
            }
            else
            {
                argument.Append(character);
                isOpen = true;
            }
        }

        End();
        return arguments;

        void End()
        {
            if (isOpen)
            {
                arguments.Add(argument.ToString());
                argument.Clear();
                isOpen = false;
            }
        }
    }
}
