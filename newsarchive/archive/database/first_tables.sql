create table sites (
    name text primary key,
    first_seen text,
    settings text not null default '{}'
) without rowid;

create table runs (
    id integer primary key,
    started_at text not null,
    finished_at text,
    kind text not null,
    arguments text not null default '[]',
    state text not null default 'running' check (state in ('running', 'finished', 'stopped', 'failed')),
    reason text,
    pid integer,
    counts text not null default '{}',
    stats text not null default '{}'
);

create table run_sites (
    run_id integer not null references runs(id) on delete cascade,
    site text not null,
    found integer not null default 0,
    fetched integer not null default 0,
    new integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    skipped integer not null default 0,
    failed integer not null default 0,
    body_length real,
    coverage text not null default '{}',
    reasons text not null default '{}',
    state text check (state in ('ok', 'degraded', 'broken')),
    reason text,
    primary key (run_id, site)
) without rowid;
create index run_sites_by_site on run_sites(site, run_id);

create table captures (
    id integer primary key,
    url text not null,
    requested_url text,
    site text,
    run_id integer references runs(id) on delete set null,
    fetched_at text not null,
    status integer not null,
    headers text not null default '[]',
    hints text not null default '{}',
    digest text,
    page_class text,
    reason text,
    warc_file text,
    warc_offset integer,
    warc_length integer,
    transfer_digest text,
    is_revisit integer not null default 0
);
create unique index captures_by_place on captures(warc_file, warc_offset);
create index captures_by_url on captures(url, fetched_at);
create index captures_missed on captures(site, fetched_at) where (status in (404, 410) or page_class = 'soft-404'
    or requested_url <> url and page_class in ('front', 'list'));
create index captures_by_request on captures(requested_url, fetched_at) where requested_url is not null;
create index captures_by_site on captures(site, fetched_at);
create index captures_by_transfer on captures(transfer_digest);

create table warc_files (
    name text primary key,
    known_to integer not null default 0,
    state text not null default 'whole' check (state in ('whole', 'draft', 'replaced'))
) without rowid;

create table articles (
    id integer primary key,
    url text not null unique,
    site text,
    title text,
    source text,
    editor text,
    section text,
    published text,
    published_raw text,
    published_precision text check (published_precision in ('minute', 'day')),
    timezone_origin text,
    modified text,
    language text,
    body text not null,
    images text not null default '[]',
    comment_count integer,
    word_count integer not null default 0,
    access text,
    warnings text not null default '[]',
    first_seen text not null,
    last_seen text not null,
    gone_after text,
    gone_before text,
    next_check text,
    cluster_id integer references clusters(id) on delete set null,
    content_hash integer not null,
    body_hash integer not null
);
create index articles_by_site on articles(site, published);
create index articles_by_published on articles(published);
create index articles_by_cluster on articles(cluster_id) where cluster_id is not null;
create index articles_due on articles(next_check) where next_check is not null;

create table readings (
    capture_id integer primary key references captures(id) on delete cascade,
    article_id integer not null references articles(id) on delete cascade,
    url text,
    fetched_at text not null,
    content_hash integer not null,
    body_hash integer not null,
    extractor text not null
);
create index readings_by_article on readings(article_id, fetched_at);
create index readings_by_body on readings(body_hash, article_id);

create table revisions (
    id integer primary key,
    article_id integer not null references articles(id) on delete cascade,
    capture_id integer references captures(id) on delete set null,
    seen_at text not null,
    content_hash integer not null,
    title text,
    source text,
    published text,
    change text check (change in ('typo', 'headline', 'substantive', 'retraction')),
    extractor text not null,
    packed blob
);
create index revisions_by_article on revisions(article_id, seen_at);
create index revisions_by_capture on revisions(capture_id);

create table url_aliases (
    url text primary key,
    article_id integer not null references articles(id) on delete cascade,
    kind text not null check (kind in ('redirect', 'moved', 'canonical-link', 'duplicate', 'page'))
) without rowid;
create index url_aliases_by_article on url_aliases(article_id);

create table tags (id integer primary key, name text not null unique);
create table article_tags (
    article_id integer not null references articles(id) on delete cascade,
    position integer not null,
    tag_id integer not null references tags(id),
    primary key (article_id, position)
) without rowid;
create index article_tags_by_tag on article_tags(tag_id, article_id);

create table authors (id integer primary key, name text not null unique);
create table article_authors (
    article_id integer not null references articles(id) on delete cascade,
    position integer not null,
    author_id integer not null references authors(id),
    primary key (article_id, position)
) without rowid;
create index article_authors_by_author on article_authors(author_id, article_id);

create table clusters (
    id integer primary key,
    size integer not null,
    first_article_id integer,
    first_published text,
    credited text
);
create table fingerprints (
    band integer not null,
    article_id integer not null,
    primary key (band, article_id)
) without rowid;

create table origin_names (
    id integer primary key,
    field text not null,
    origin text not null,
    place text not null,
    reason text not null,
    unique (field, origin, place, reason)
);
create table article_origins (
    article_id integer not null references articles(id) on delete cascade,
    position integer not null,
    name_id integer not null references origin_names(id),
    confidence real not null,
    chosen integer not null,
    value text,
    primary key (article_id, position)
) without rowid;
create table removed_texts (id integer primary key, key integer not null unique, text text not null);
create table article_removed (
    article_id integer not null references articles(id) on delete cascade,
    position integer not null,
    text_id integer not null references removed_texts(id),
    name_id integer not null references origin_names(id),
    primary key (article_id, position)
) without rowid;

create table site_lines (
    site text not null,
    kind text not null,
    key integer not null,
    pages integer not null,
    text text not null,
    primary key (site, kind, key)
) without rowid;
create table site_pages (site text primary key, pages integer not null) without rowid;

create table hosts (
    host text primary key,
    next_at text,
    delay real,
    reason text,
    failures integer not null default 0,
    robots text,
    robots_at text,
    crawl_delay real,
    policy text not null default '{}',
    leased_by text,
    leased_until text
) without rowid;

create table tombstones (
    id integer primary key,
    kind text not null check (kind in ('url', 'site', 'match')),
    pattern text not null,
    reason text not null,
    created_at text not null,
    unique (kind, pattern)
);

create table descriptions (
    "table" text not null,
    "column" text not null default '',
    description text not null,
    primary key ("table", "column")
) without rowid;

create virtual table articles_fts using fts5(title, body, content='', detail=none);
