using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs;

/// <summary>
/// Touches the path every document takes, so that its code is loaded and compiled before the first one comes. Worth it where documents
/// are slow to find; where they are not, the first document does it just as well.
/// </summary>
public static class WarmUp
{
    private const string Sample = """
        ---
        title: Sample
        ---

        # A *heading*

        Text with **strong**, `code`, [a link](other.md#part), ~~old~~ and https://example.org.

        - [ ] one
        - two

        1. first

        > [!NOTE]
        > A quote.

        | a | b |
        |---|---|
        | 1 | 2 |

        ```text
        code
        ```

        <b>html</b>
        """;

    /// <summary>Converts a sample on another thread.</summary>
    /// <param name="options">What the job to come depends on.</param>
    /// <returns>Ends when the code is warm. Nobody has to wait for it.</returns>
    public static Task StartAsync(JobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() =>
        {
            using var output = new Utf8TextWriter();
            JobConverter.Of(options).Convert(
                SourceText.FromString(Sample, DocumentFormat.Markdown), SameLinks.Instance, output);
        });
    }
}
