package io.scapa.service.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the service got wrong: the caller learns a number, the log the rest. */
public class FailureProblems {
    private static final Logger LOG = Logger.getLogger("io.scapa.service");

    @ServerExceptionMapper
    public Response failure(Throwable e) {
        return of(e).toResponse();
    }

    /** Logs a failure and gives the problem that names the log entry. */
    public static Problem of(Throwable e) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "incident %s", incident);
        return new Problem(
                500, "failure", "The service failed", "see incident " + incident + " in the service's log", List.of());
    }
}
