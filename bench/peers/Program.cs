using FastMd.Peers;
using FastMd.Peers.Mdx;

try
{
    switch (args)
    {
        case [Gauge.Mode, ..]:
            return Gauge.Run(args.AsSpan(1));
        case [Floor.Mode, var input, var output]:
            return Floor.Run(input, output);
        case [Viewed.Mode, ..]:
            return Viewed.Run(args.AsSpan(1));
        case [MdxRunner.Mode, var root]:
            return MdxRunner.Run(root);
    }

    var options = Options.Parse(args);
    var report = Comparison.Run(options).ToString();
    Console.Write(report);
    if (options.MarkdownFile is { } file)
    {
        File.WriteAllText(file, report);
    }

    return 0;
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 2;
}
