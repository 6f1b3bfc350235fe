using System.Globalization;
using FastMd.Cli.Convert;
using FastMd.Cli.Running;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Merging;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Joining;

namespace FastMd.Cli.Merge;

/// <summary>One run of <c>fastmd merge</c>.</summary>
internal sealed class MergeRun(MergeRequest request, MessageWriter messages)
{
    private const string ReportName = "report.json";

    private bool _hasFailed;
    private long _products;

    /// <summary>Runs; gives the exit code.</summary>
    public int Run(CancellationToken interruption)
    {
        var report = JoinedReport();
        using var merge = new ShardMerge(new()
        {
            Shards = request.Shards,
            Destination = request.Run.Destination!,
            BasePath = request.Base,
            IsPartial = request.IsPartial,
            Prune = request.Run.Prune,
            Force = request.Run.Force,
        });
        foreach (var problem in merge.Read(interruption))
        {
            Show(new JobNotice(problem));
        }

        if (_hasFailed)
        {
            messages.Close("Nothing was merged.");
            return ExitCodes.DocumentsFailed;
        }

        RefuseOutputs(merge);
        foreach (var record in merge.Write(interruption))
        {
            Show(record);
        }

        Write(report);
        messages.Close(Summary(merge));
        return _hasFailed ? ExitCodes.DocumentsFailed : ExitCodes.Success;
    }

    private void Show(JobRecord record)
    {
        switch (record)
        {
            case NoticeRecord { Notice: var notice }:
                Show(notice);
                break;
            case ResultRecord { Result: var result }:
                _hasFailed |= !result.IsDone;
                _products += result.IsDone ? 1 : 0;
                messages.Show(result);
                break;
            case RemovedRecord { Output: var output }:
                messages.Remark($"Removed {output.Path}: {output.Reason}");
                break;
        }
    }

    private void Show(JobNotice notice)
    {
        _hasFailed |= notice.Diagnostic.Severity == DiagnosticSeverity.Error;
        messages.Show(notice.Path ?? "fastmd", notice.Diagnostic);
    }

    /// <summary>The reports of all shards as one; null where none is wanted. Read before anything is written, for they may lie where the merge writes.</summary>
    private BatchReport? JoinedReport()
    {
        if (request.Run.ReportFile is not { } file)
        {
            return request.Reports.Count == 0 ? null : throw new UsageException("--reports are joined in a file: name it with --report.");
        }

        if (!ReportFile.IsSupported(file))
        {
            throw new UsageException(ReportFormat.Refusal(file));
        }

        var reports = request.Reports.Count > 0 ? request.Reports : [.. request.Shards.Select(static shard => Path.Combine(shard, ReportName))];
        return JoinedReports.Of([.. reports.Select(Read)]);
    }

    private static BatchReport Read(string path)
    {
        try
        {
            return ReportReader.Read(File.ReadAllBytes(path));
        }
        catch (InvalidDataException foreign)
        {
            throw new UsageException($"--report: '{path}' is no report as JSON: {foreign.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report: the report of a shard cannot be read: {unreadable.Message} Have convert --shard write it with --report, and name it with --reports.");
        }
    }

    /// <summary>Refuses files of this run's own that a merged output would be, before anything is written.</summary>
    private void RefuseOutputs(ShardMerge merge)
    {
        foreach (var (option, path) in ((string, string?)[])[("--report", request.Run.ReportFile), ("--diagnostics", request.Run.Diagnostics.File)])
        {
            if (path is not null && merge.IsOutput(path))
            {
                throw new UsageException($"{option}: '{path}' is an output of a shard; name another file.");
            }
        }
    }

    private void Write(BatchReport? report)
    {
        try
        {
            if (report is not null)
            {
                ReportFile.Write(report, request.Run.ReportFile!);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _hasFailed = true;
            messages.Problem($"The report cannot be written: {failure.Message}");
        }
    }

    private string Summary(ShardMerge merge)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Count(merge.Shards, "shard")}: {Count(merge.Documents, "document")}, {Count(merge.Others, "other file")}");
        text += _products > 0 ? $", {Count(_products, "file")} made of all documents" : "";
        return merge.Failed > 0 ? $"{text}; {Count(merge.Failed, "document")} failed in the shards" : text;
    }

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
