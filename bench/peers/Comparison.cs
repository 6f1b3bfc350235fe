using FastMd.Peers.Mdx;

namespace FastMd.Peers;

/// <summary>The whole comparison, section by section.</summary>
internal static class Comparison
{
    public static Report Run(Options options)
    {
        using var workspace = new Workspace(options);
        var products = new Products(workspace.At("products"));
        var rows = new Rows(options, workspace, products);
        var report = new Report(options);

        Section("Trees", rows.Trees());
        Section("One page, from start to end", rows.OnePage());
        Section($"{Workspace.Many} pages, for their peak memory", rows.Memory());
        Section("Watched", rows.Watched());
        var rebuilds = rows.Rebuilds();
        if (rebuilds.Count > 0)
        {
            report.Heading("Built again, and nothing changed");
            Rebuilds.Measure(report, rebuilds, options.Runs, workspace);
        }

        Section("Trees of MDX", rows.MdxTrees());
        Section("PDF", rows.Pdfs());
        Section("EPUB", rows.Epubs());
        if (rows.Can("mdx", () => null))
        {
            report.Heading("MDX, warm, in memory");
            new MdxComparison(workspace.ThousandMdx).Measure(report, options.Runs, rows.Can("mdx", () => MdxPeers.Missing));
        }

        if (rows.Can("session", () => Rows.Missing("pwsh")))
        {
            report.Heading("In one pwsh process");
            Sessions.FirstAndLater(report, workspace, products.Module);
        }

        if (rows.Can("link-warnings", rows.MissingModule))
        {
            report.Heading("Warnings of links, in one pwsh process");
            Sessions.LinkWarnings(report, workspace, products.Module!);
        }

        if (rows.Can("scaling", rows.MissingModule))
        {
            report.Heading("Scaling, warm, in one pwsh process");
            Sessions.Scaling(report, workspace, products.Module!);
        }

        if (rows.Skipped.Count > 0)
        {
            report.Heading("Not measured");
            foreach (var skipped in rows.Skipped)
            {
                report.Line($"- {skipped}");
            }
        }

        return report;

        void Section(string heading, IReadOnlyList<Row> section)
        {
            if (section.Count > 0)
            {
                report.Heading(heading);
                report.Table(Rounds.Measure(section, options.Runs, workspace));
            }
        }
    }
}
