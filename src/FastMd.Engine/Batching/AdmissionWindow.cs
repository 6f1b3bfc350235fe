namespace FastMd.Engine.Batching;

/// <summary>
/// The two budgets of a batch. Working bytes bound the memory of documents in progress; result slots bound how far input may run ahead of
/// output. A document that needs more than the whole byte budget is charged the whole of it: it runs when nothing else does.
/// Not thread-safe.
/// </summary>
/// <param name="workingBytes">Budget of working bytes.</param>
/// <param name="resultSlots">Budget of result slots.</param>
internal sealed class AdmissionWindow(long workingBytes, int resultSlots)
{
    /// <summary>Bytes charged now; never more than the budget.</summary>
    public long BytesInUse { get; private set; }

    /// <summary>Slots charged now; never more than the budget.</summary>
    public int SlotsInUse { get; private set; }

    /// <summary>Slots there are.</summary>
    public int Slots => resultSlots;

    /// <summary>Charges a document: a slot, and the bytes it is expected to need. Says how many bytes; null where there is no room.</summary>
    public long? TryAdmit(long estimate)
    {
        var charge = Math.Min(estimate, workingBytes);
        if (SlotsInUse >= resultSlots || BytesInUse > workingBytes - charge)
        {
            return null;
        }

        BytesInUse += charge;
        SlotsInUse++;
        return charge;
    }

    /// <summary>A document is done: gives back its bytes but for what its waiting result still holds. Says how much that is.</summary>
    public long Complete(long charge, long heldByResult)
    {
        var held = Math.Min(charge, heldByResult);
        BytesInUse -= charge - held;
        return held;
    }

    /// <summary>A result is emitted: gives back its slot and what it held.</summary>
    public void Emit(long held)
    {
        BytesInUse -= held;
        SlotsInUse--;
    }
}
