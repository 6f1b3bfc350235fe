using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination;

/// <summary>A job whose documents several processes do: published, claimed, and brought to its end by one of them.</summary>
internal interface IWorkSource : IWorkClaims
{
    /// <summary>Joins the job, or begins it. Plans of several processes are merged: what is new is added, what is gone is left out.</summary>
    /// <exception cref="SharedJobException">The job that is in progress is another one, or cannot be kept where it is to be kept.</exception>
    void Publish(JobPlan plan);

    /// <summary>What another process says of a claimed document that it did; null where this one does it.</summary>
    ItemOutcome? OutcomeOf(int item) => null;

    /// <summary>The next message about the job as a whole, if there is one.</summary>
    bool TryTakeNotice([NotNullWhen(true)] out Diagnostic? notice)
    {
        notice = null;
        return false;
    }

    /// <summary>How far the job is, by the last that is known of it.</summary>
    WorkProgress Progress { get; }

    /// <summary>The state of each document of the plan that this process published, in its order.</summary>
    IReadOnlyList<ItemState> Results();

    /// <summary>
    /// Claims the end of the job, where all its documents have their outcome: what is made of several documents is made by one process. False where
    /// another process has it, or had it.
    /// </summary>
    bool TryClaimEnd();

    /// <summary>The job is over.</summary>
    void CompleteEnd();
}
