namespace FastMd.Engine.Books.Pdf.Tools;

/// <summary>A command that reads the text off an image.</summary>
/// <param name="command">The command and its arguments; <c>{}</c> in one of them stands for the path of the image.</param>
/// <param name="timeout">The most it may take for one page.</param>
internal sealed class CommandOcr(IReadOnlyList<string> command, TimeSpan timeout) : IPageOcr
{
    private const string Mark = "{}";

    public string Recognize(PageImage image, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fastmd-page-{Guid.NewGuid():N}{image.Extension}");
        try
        {
            File.WriteAllBytes(path, image.Content);
            var arguments = command.Skip(1).Select(argument => argument.Replace(Mark, path, StringComparison.Ordinal)).ToList();
            if (!command.Skip(1).Any(static argument => argument.Contains(Mark, StringComparison.Ordinal)))
            {
                arguments.Add(path);
            }

            return Tool.Run(command[0], arguments, timeout, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
