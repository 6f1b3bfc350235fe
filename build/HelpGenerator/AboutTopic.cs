using System.Text;
using Markdig.Syntax;

namespace FastMd.Build.HelpGenerator;

/// <summary>Writes an about topic as the text that <c>Get-Help</c> shows.</summary>
internal static class AboutTopic
{
    private const int Width = 80;
    private const string Indent = "    ";

    public static void Write(HelpSection topic, string path)
    {
        var text = new StringBuilder();
        Section(text, "TOPIC", [topic.Title]);
        foreach (var section in topic.Sections)
        {
            text.Append(section.Title.ToUpperInvariant()).Append('\n');
            foreach (var block in section.Blocks)
            {
                if (block is CodeBlock code)
                {
                    Code(text, code);
                }
                else
                {
                    Paragraphs(text, PlainText.Of([block]));
                }
            }
        }

        File.WriteAllText(path, text.ToString());
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<string> paragraphs)
    {
        text.Append(title).Append('\n');
        Paragraphs(text, paragraphs);
    }

    private static void Paragraphs(StringBuilder text, IReadOnlyList<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            Wrap(text, paragraph);
        }

        text.Append('\n');
    }

    private static void Code(StringBuilder text, CodeBlock code)
    {
        foreach (var line in code.Lines.ToString().Split('\n'))
        {
            text.Append($"{Indent}{Indent}{line}".TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }

    private static void Wrap(StringBuilder text, string paragraph)
    {
        var continuation = paragraph.StartsWith("- ", StringComparison.Ordinal) ? Indent + "  " : Indent;
        var line = new StringBuilder(Indent);
        var isEmpty = true;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(continuation);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }
}
