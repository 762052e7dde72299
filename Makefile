# Every target can be run again. `make` prints them.
.DEFAULT_GOAL := help
# Else it would look for a C program behind every source.
MAKEFLAGS += --no-builtin-rules
targets := help setup db-migrate db-prepare db-downgrade db-status db-check db-verify db-lint db-seed wipe teardown doctor build test lint bench
.PHONY: $(targets)

export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export TURBO_TELEMETRY_DISABLED := 1
export COREPACK_ENABLE_DOWNLOAD_PROMPT := 0

# What is typed after a target is passed on as it is, whatever quotes and dollars are in it.
export RETORT_MSG := $(value MSG)
export RETORT_TO := $(value TO)
export RETORT_RENAME := $(value RENAME)
export RETORT_ALLOW := $(value ALLOW)
export RETORT_BACKFILL := $(value BACKFILL)
export RETORT_USING := $(value USING)
export RETORT_MAP := $(value MAP)
export RETORT_CONFIRM := $(value CONFIRM)
export RETORT_BASE := $(value BASE)

installed := node_modules/.retort-installed
manifests := package.json pnpm-lock.yaml pnpm-workspace.yaml $(wildcard apps/*/package.json packages/*/package.json benchmarks/package.json)
cli := apps/cli/dist/main.js
cli_sources := $(shell find apps/cli/src packages/engine/src packages/services/src -name '*.ts' ! -name '*.test.ts' 2>/dev/null)
retort := node apps/cli/bin/retort.js
turbo := turbo run --output-logs=new-only
quietly := turbo run --output-logs=errors-only

ifneq ($(MSG),)
stray := $(filter-out $(targets),$(MAKECMDGOALS))
$(if $(stray),$(error A message of several words is put in quotes: make db-prepare MSG="$(MSG) $(stray)"))
endif

help: ## Print this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: build ## Install, start Postgres and Redis, migrate and seed
	@$(retort) setup

db-migrate: $(cli) ## Apply the pending migrations [TO=+1|name]
	@$(retort) migrate $(if $(TO),--to "$$RETORT_TO")

db-prepare: $(cli) ## Write the next migration: MSG="…" [MANUAL=1] [RENAME=…] …
	@$(retort) prepare $(if $(filter-out 0 no false,$(MANUAL)),--manual) $(if $(filter 0 no false,$(ONLINE)),--no-online) --message="$$RETORT_MSG" \
		$(if $(value RENAME),--rename="$$RETORT_RENAME") $(if $(value ALLOW),--allow="$$RETORT_ALLOW") \
		$(if $(value BACKFILL),--backfill="$$RETORT_BACKFILL") $(if $(value USING),--using="$$RETORT_USING") \
		$(if $(value MAP),--map="$$RETORT_MAP") $(if $(CONFIRM),--confirm="$$RETORT_CONFIRM")

db-downgrade: $(cli) ## Undo the last migration [TO=-2|base|name]
	@$(retort) downgrade $(if $(TO),--to="$$RETORT_TO") $(if $(CONFIRM),--confirm="$$RETORT_CONFIRM")

db-status: $(cli) ## Say what is applied and what is pending
	@$(retort) status

db-check: $(cli) ## Fail when models, migrations and database differ [BASE=…]
	@$(retort) check $(if $(BASE),--base="$$RETORT_BASE")

db-verify: $(cli) ## Prove the history: every migration up, down and up again
	@$(retort) verify

db-lint: $(cli) ## Look at the migrations as a reviewer would [BASE=…]
	@$(retort) lint $(if $(BASE),--base="$$RETORT_BASE")

db-seed: $(cli) ## Insert the seeds (again: no row changes)
	@$(retort) seed

wipe: $(cli) ## Drop the database, keep the server [CONFIRM=its name]
	@$(retort) wipe $(if $(CONFIRM),--confirm="$$RETORT_CONFIRM")

teardown: $(cli) ## Stop the services and remove what they hold
	@$(retort) teardown

doctor: $(cli) ## Check everything that the commands need
	@$(retort) doctor

build: $(installed) ## Build every package
	@$(quietly) build
	@touch $(cli)

test: $(installed) ## Run every test
	@$(turbo) test

lint: $(installed) ## Check style, imports and types
	@$(turbo) lint typecheck

bench: build ## Measure beside TypeORM and print ratios
	@pnpm --filter @retort/benchmarks bench

$(cli): $(installed) $(cli_sources)
	@$(quietly) build --filter=retort
	@touch $@

$(installed): $(manifests)
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); if (a < 20 || (a === 20 && b < 19)) { console.error("error  Node " + process.version + " is too old.\nat     " + process.execPath + "\nnext   Install Node 20.19 or newer."); process.exit(1); }'
	@scripts/pnpm install
	@touch $@
