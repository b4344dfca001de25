package io.scapa.service.jobs;

/** Knows how to do one kind of job. A job may be started again from its beginning after a crash: so it has effects only at its end. */
public interface JobHandler {
    /** The kind that it does. */
    String kind();

    /**
     * Does the job.
     *
     * @param run what it is about, and whom to tell how far it is
     * @return its result
     * @throws JobCancelledException where it was asked to stop
     */
    JobOutcome run(JobRun run) throws Exception;
}
