package io.scapa.service;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;

/** What every test of the running service shares. All run on one service and one database: each uses names of its own. */
@QuarkusTestResource(PostgresForTests.class)
public abstract class ServiceTest {
    @TestHTTPResource("/")
    URI base;

    protected Calls calls() {
        return new Calls(base);
    }
}
